package com.example.queues;

import io.firedrill.junit.Firedrill;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

// snippet: scenarios
class ScenariosTest {

  @TestFactory
  Stream<DynamicNode> scenarios() {
    return Firedrill.scenarios(Path.of("test-scenarios"));
  }
}
// end: scenarios
