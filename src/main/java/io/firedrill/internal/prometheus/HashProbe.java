package io.firedrill.internal.prometheus;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A rule group that reveals which {@link LabelHash} a server's build uses: the two would evaluate
 * it half an interval apart. It records nothing, so no query can see it. One probe per build is
 * enough.
 */
public final class HashProbe {

  /** The group's interval, virtual time; its first evaluation happens within two intervals. */
  public static final Duration INTERVAL = Duration.ofSeconds(1);

  /** The rule file's path, relative to the configuration's directory, for {@code rule_files}. */
  public static final String PATH = "rules/probe.yml";

  private static final String GROUP = "which hash";

  private HashProbe() {}

  /** The rule file's content. */
  public static String ruleFile() {
    return """
        groups:
        - name: %s
          interval: 1s
          rules: [{record: firedrill_probe, expr: vector(0) > 0}]
        """
        .formatted(GROUP);
  }

  /**
   * Determines the hash that the server uses.
   *
   * @param groups the result of {@link PrometheusApi#rules()}
   * @return empty if the group was not evaluated yet, or too late to be conclusive, which can
   *     happen on a busy machine
   */
  public static Optional<LabelHash> read(List<RuleGroupStatus> groups) {
    return groups.stream()
        .filter(g -> g.file().equals(PATH) && g.name().equals(GROUP))
        .flatMap(g -> g.lastEvaluation().stream())
        .findFirst()
        .flatMap(evaluation -> LabelHash.observed(PATH, GROUP, INTERVAL, evaluation));
  }
}
