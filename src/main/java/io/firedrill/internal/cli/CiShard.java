package io.firedrill.internal.cli;

import io.firedrill.internal.suite.Shard;
import io.firedrill.internal.suite.UnusableException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The part of a suite that a CI system tells a parallel job to run, from the environment variables
 * that its documentation names.
 *
 * @param index the variable with the job's number
 * @param first the number of the first job
 * @param count the variable with the number of jobs
 */
record CiShard(String system, String index, int first, String count) {

  /** The number of pods of an indexed Kubernetes job, for which Kubernetes has no variable. */
  static final String KUBERNETES_COUNT = "FIREDRILL_SHARDS";

  private static final List<CiShard> ALL =
      List.of(
          new CiShard("GitLab", "CI_NODE_INDEX", 1, "CI_NODE_TOTAL"),
          new CiShard("Buildkite", "BUILDKITE_PARALLEL_JOB", 0, "BUILDKITE_PARALLEL_JOB_COUNT"),
          new CiShard("CircleCI", "CIRCLE_NODE_INDEX", 0, "CIRCLE_NODE_TOTAL"),
          new CiShard("Kubernetes", "JOB_COMPLETION_INDEX", 0, KUBERNETES_COUNT));

  /**
   * The part that this process runs.
   *
   * @throws UnusableException if no CI system says so, or what it says makes no sense
   */
  static Shard of(Map<String, String> environment) {
    CiShard ci =
        ALL.stream()
            .filter(c -> environment.containsKey(c.index()))
            .findFirst()
            .orElseThrow(
                () ->
                    new UnusableException(
                        "--shard auto: none of these variables is set: "
                            + ALL.stream()
                                .map(c -> c.index() + " (" + c.system() + ")")
                                .collect(Collectors.joining(", "))));
    int number = ci.number(environment, ci.index()) - ci.first() + 1;
    int count = ci.number(environment, ci.count());
    if (number < 1 || number > count) {
      throw new UnusableException(
          "--shard auto: %s is %s, but %s is %s"
              .formatted(
                  ci.index(),
                  environment.get(ci.index()),
                  ci.count(),
                  environment.get(ci.count())));
    }
    return new Shard(number, count);
  }

  private int number(Map<String, String> environment, String variable) {
    String value = environment.getOrDefault(variable, "");
    if (!value.matches("[0-9]{1,4}")) {
      throw new UnusableException(
          "--shard auto: %s is set, so %s has to be a number, found \"%s\""
              .formatted(index, variable, value));
    }
    return Integer.parseInt(value);
  }
}
