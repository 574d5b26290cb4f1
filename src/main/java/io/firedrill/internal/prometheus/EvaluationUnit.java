package io.firedrill.internal.prometheus;

import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.source.YamlScalar;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The rules that Prometheus evaluates on one timer: one generated group, with the rules of the
 * user's groups in order. Prometheus evaluates a group's rules one after the other, so each sees
 * what earlier ones recorded.
 *
 * @param group the group's name, unique in its plan
 * @param interval the time from one evaluation to the next, virtual time
 * @param groups the user's groups, at least one, in the order of evaluation
 */
public record EvaluationUnit(String group, Duration interval, List<RuleGroup> groups) {

  private static final String QUERY_OFFSET = "query_offset";

  /** The settings of a group for all its rules; all groups of one unit share them. */
  static final List<String> SHARED_KEYS = List.of("limit", QUERY_OFFSET, "labels");

  public EvaluationUnit {
    groups = List.copyOf(groups);
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("no groups for " + group);
    }
  }

  /** The query offset, virtual time; empty if it is not set. */
  public Optional<Duration> queryOffset() {
    return groups.get(0).node().get(QUERY_OFFSET).orElse(null) instanceof YamlScalar scalar
        ? PrometheusDuration.parse(scalar.text())
        : Optional.empty();
  }

  /**
   * The same with this query offset, unless it sets its own.
   *
   * @param offset virtual time; zero is the default
   */
  public EvaluationUnit lookingBack(Duration offset) {
    if (offset.isZero() || queryOffset().isPresent()) {
      return this;
    }
    YamlScalar text = YamlScalar.plain(PrometheusDuration.format(offset));
    return new EvaluationUnit(
        group,
        interval,
        groups.stream()
            .map(
                g ->
                    new RuleGroup(
                        g.name(),
                        g.position(),
                        g.interval(),
                        g.rules(),
                        g.node().with(QUERY_OFFSET, text)))
            .toList());
  }

  /** The same with these groups. */
  public EvaluationUnit with(List<RuleGroup> others) {
    return new EvaluationUnit(group, interval, others);
  }

  /** The rules of all groups, in the order of evaluation. */
  List<Rule> rules() {
    return groups.stream().flatMap(g -> g.rules().stream()).toList();
  }

  /** The rule file's content: this one group. */
  public String fileText() {
    return UnitText.of(this).text();
  }
}
