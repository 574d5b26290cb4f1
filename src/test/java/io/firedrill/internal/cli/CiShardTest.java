package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.suite.Shard;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CiShardTest {

  @ParameterizedTest
  @CsvSource({
    "CI_NODE_INDEX, 1, CI_NODE_TOTAL, 1/4",
    "CI_NODE_INDEX, 4, CI_NODE_TOTAL, 4/4",
    "BUILDKITE_PARALLEL_JOB, 0, BUILDKITE_PARALLEL_JOB_COUNT, 1/4",
    "CIRCLE_NODE_INDEX, 3, CIRCLE_NODE_TOTAL, 4/4",
    "JOB_COMPLETION_INDEX, 1, FIREDRILL_SHARDS, 2/4",
  })
  void eachSystemHasItsVariables(String index, String number, String count, String part) {
    Shard shard = CiShard.of(Map.of(index, number, count, "4"));

    assertThat(shard).hasToString(part);
  }

  @Test
  void elsewhereThereIsNoPart() {
    assertThatThrownBy(() -> CiShard.of(Map.of("CI", "true")))
        .hasMessage(
            "--shard auto: none of these variables is set: CI_NODE_INDEX (GitLab),"
                + " BUILDKITE_PARALLEL_JOB (Buildkite), CIRCLE_NODE_INDEX (CircleCI),"
                + " JOB_COMPLETION_INDEX (Kubernetes)");
  }

  @Test
  void theNumberOfPartsIsRequired() {
    assertThatThrownBy(() -> CiShard.of(Map.of("JOB_COMPLETION_INDEX", "0")))
        .hasMessage(
            "--shard auto: JOB_COMPLETION_INDEX is set, so FIREDRILL_SHARDS has to be a number,"
                + " found \"\"");
  }

  @Test
  void aPartBeyondTheLastIsAnError() {
    assertThatThrownBy(() -> CiShard.of(Map.of("CI_NODE_INDEX", "5", "CI_NODE_TOTAL", "4")))
        .hasMessage("--shard auto: CI_NODE_INDEX is 5, but CI_NODE_TOTAL is 4");
    assertThatThrownBy(() -> CiShard.of(Map.of("CI_NODE_INDEX", "0", "CI_NODE_TOTAL", "4")))
        .hasMessage("--shard auto: CI_NODE_INDEX is 0, but CI_NODE_TOTAL is 4");
  }
}
