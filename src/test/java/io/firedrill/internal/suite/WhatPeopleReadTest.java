package io.firedrill.internal.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.verdict.ScenarioResult;
import io.firedrill.model.Notification;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Decoded messages in a scenario file, on every pair of servers. */
class WhatPeopleReadTest {

  private static final Path FILE = Path.of("test-scenarios/what-people-read.yml");

  static final List<String> VERSIONS = List.of(TestPairs.VERSIONS);

  @TempDir private Path logs;

  @ParameterizedTest
  @FieldSource("VERSIONS")
  void isDecodedAsExpected(String version) {
    ScenarioResult result = TestRuns.run(TestPairs.rigs(version), FILE, logs);

    assertThat(result.failures()).isEmpty();
    assertThat(result.error()).isEmpty();
  }

  @Test
  void isTheSameInEveryRun() {
    assertThat(requests()).isEqualTo(requests());
  }

  private List<Notification.Request> requests() {
    return TestRuns.run(TestPairs.newest(), FILE, logs).timeline().notifications().stream()
        .map(Notification::request)
        .toList();
  }
}
