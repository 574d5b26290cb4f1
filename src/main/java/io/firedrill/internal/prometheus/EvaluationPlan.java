package io.firedrill.internal.prometheus;

import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Located;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Decides which rule groups Prometheus evaluates together, how often and in which order. */
public final class EvaluationPlan {

  private EvaluationPlan() {}

  /**
   * Plans as promtool evaluates: every group at every step, regardless of its own interval.
   *
   * @param inOrder the groups in the order of evaluation; see {@link #order}
   * @param evaluationInterval the virtual time between two steps
   * @return the units, in the order of evaluation at each step
   */
  public static List<EvaluationUnit> promtool(
      List<RuleGroup> inOrder, Duration evaluationInterval) {
    return merged(inOrder, group -> evaluationInterval);
  }

  /**
   * Plans as Prometheus evaluates: every group at its own interval. Prometheus does not define an
   * order of groups with the same interval; here it is that of the files.
   *
   * @param groups the groups in the order of the files
   * @param defaultInterval the interval of groups without their own, virtual time
   * @return the units, in the order of evaluation if several are due at once
   */
  public static List<EvaluationUnit> byInterval(List<RuleGroup> groups, Duration defaultInterval) {
    return merged(groups, group -> group.interval().orElse(defaultInterval));
  }

  /**
   * The groups in promtool's order: by their place in {@code group_eval_order}, where groups that
   * are not listed share the first place. In promtool, the order within a place is random ({@code
   * orderedGroups} in its {@code unittest.go}); here it is that of the files.
   *
   * @param groups the groups in the order of the files
   * @param groupEvalOrder names, without duplicates
   * @throws io.firedrill.internal.source.InputException if a name is not a group's, which promtool
   *     ignores
   */
  public static List<RuleGroup> order(
      List<RuleGroup> groups, List<Located<String>> groupEvalOrder) {
    List<String> known = groups.stream().map(RuleGroup::name).distinct().toList();
    List<Problem> problems =
        groupEvalOrder.stream()
            .filter(name -> !known.contains(name.value()))
            .map(name -> unknown(name, known))
            .toList();
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    List<String> order = groupEvalOrder.stream().map(Located::value).toList();
    return groups.stream()
        .sorted(Comparator.comparingInt(g -> Math.max(0, order.indexOf(g.name()))))
        .toList();
  }

  private static Problem unknown(Located<String> name, List<String> known) {
    return new Problem(
        Severity.ERROR,
        name.position(),
        "there is no rule group \"" + name.value() + "\"",
        "",
        1,
        Suggestions.hint(name.value(), known));
  }

  /** Merges neighbours with the same settings into one unit, which keeps the order. */
  private static List<EvaluationUnit> merged(
      List<RuleGroup> groups, Function<RuleGroup, Duration> interval) {
    List<Settings> settings = new ArrayList<>();
    List<List<RuleGroup>> members = new ArrayList<>();
    for (RuleGroup group : evaluated(groups)) {
      Settings wanted = Settings.of(group, interval.apply(group));
      int last = settings.size() - 1;
      if (last < 0 || !settings.get(last).equals(wanted)) {
        settings.add(wanted);
        members.add(new ArrayList<>());
        last++;
      }
      members.get(last).add(group);
    }
    return units(settings, members);
  }

  /** Removes groups without rules: there is nothing to evaluate. */
  private static List<RuleGroup> evaluated(List<RuleGroup> groups) {
    return groups.stream().filter(g -> !g.rules().isEmpty()).toList();
  }

  private static List<EvaluationUnit> units(
      List<Settings> settings, List<List<RuleGroup>> members) {
    List<EvaluationUnit> units = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      // Short names: some builds hash long ones differently; see LabelHash.
      units.add(new EvaluationUnit("unit-" + i, settings.get(i).interval(), members.get(i)));
    }
    return List.copyOf(units);
  }

  /** The settings that groups must share to be evaluated as one. */
  private record Settings(Duration interval, List<String> shared) {

    static Settings of(RuleGroup group, Duration interval) {
      return new Settings(
          interval,
          EvaluationUnit.SHARED_KEYS.stream().map(key -> text(group.node().get(key))).toList());
    }

    /** The value's text, a mapping's entries in the order of their keys. */
    private static String text(Optional<YamlNode> value) {
      YamlNode node = value.filter(v -> !v.isNull()).orElse(YamlScalar.plain(""));
      if (node instanceof YamlMapping mapping) {
        List<YamlMapping.Entry> sorted =
            mapping.entries().stream().sorted(Comparator.comparing(e -> e.key().text())).toList();
        return YamlText.of(new YamlMapping(mapping.position(), sorted));
      }
      return YamlText.of(node);
    }
  }
}
