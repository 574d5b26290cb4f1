package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.firedrill.internal.receiver.ReceiverFiles;
import io.firedrill.internal.receiver.ReceiverKinds;
import io.firedrill.internal.rig.process.TestPairs;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real Alertmanagers send the recorded requests to every kind of receiver, so tests with recordings
 * are valid for real requests. See {@link ReceiverFiles}.
 */
class ReceiverConformanceTest {

  @TempDir private Path directory;

  @ReceiverTest
  void alertmanagerSendsWhatWasRecorded(String prometheus) {
    String version =
        TestPairs.pair(prometheus).alertmanager().version().replaceFirst("[^0-9.].*", "");
    SortedMap<String, String> receivers = new TreeMap<>();
    for (String kind : ReceiverFiles.kinds()) {
      ReceiverFiles.find(kind, version, ".yml").ifPresent(yaml -> receivers.put(kind, yaml));
    }

    SortedMap<String, String> sent = ReceiverRecording.of(prometheus, directory, receivers);

    assertThat(sent.keySet()).isEqualTo(receivers.keySet());
    assertThat(sent.toString()).doesNotContain("SECRET");
    assertAll(
        sent.entrySet().stream()
            .map(e -> () -> ReceiverFiles.check(e.getKey(), version, ".http", e.getValue())));
  }

  @Test
  void everyKindIsRecorded() {
    assertThat(ReceiverFiles.kinds()).containsExactlyInAnyOrderElementsOf(ReceiverKinds.words());
  }
}
