package io.firedrill.internal.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashProbeTest {

  @TempDir private Path directory;

  @ParameterizedTest(name = "Prometheus {0}: {1}")
  @CsvSource({"2.42, SEPARATED", "2.53.3, SEPARATED", "3.5.3, LENGTH_PREFIXED"})
  void tellsTheServersHashWithoutATrace(String version, LabelHash hash) throws Exception {
    Files.createDirectory(directory.resolve("rules"));
    Files.writeString(directory.resolve(HashProbe.PATH), HashProbe.ruleFile());
    Files.writeString(directory.resolve("prometheus.yml"), "rule_files: [" + HashProbe.PATH + "]");

    try (TestPrometheus server = TestPrometheus.start(version, directory)) {
      PrometheusApi api = server.api();

      assertThat(TestPrometheus.await(() -> HashProbe.read(api.rules()))).isEqualTo(hash);
      assertThat(api.query("{__name__=~\".+\"}", Instant.now()))
          .isEqualTo(new QueryResult.Vector(List.of()));
    }
  }

  @Test
  void isInconclusiveBeforeTheFirstEvaluation() {
    assertThat(HashProbe.read(List.of())).isEmpty();
  }
}
