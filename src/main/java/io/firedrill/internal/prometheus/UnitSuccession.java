package io.firedrill.internal.prometheus;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names the units of changed rules after the units that they replace. On a reload, Prometheus keeps
 * the state of alerts if file and group keep their names ({@code CopyState} in its {@code
 * rules/group.go}), as when a user edits a group.
 */
public final class UnitSuccession {

  private UnitSuccession() {}

  /**
   * Names units.
   *
   * @param before the units of all rules so far, whose names are in use
   * @param after the units of the changed rules
   * @return the changed units, each with the name of an earlier one that has the same interval and
   *     a group of the same name, or else with a new name
   */
  public static List<EvaluationUnit> named(
      List<EvaluationUnit> before, List<EvaluationUnit> after) {
    Set<String> taken = new HashSet<>();
    List<EvaluationUnit> named = new ArrayList<>();
    int next = before.size();
    for (EvaluationUnit unit : after) {
      Optional<String> name =
          before.stream()
              .filter(old -> old.interval().equals(unit.interval()) && shareAGroup(old, unit))
              .map(EvaluationUnit::group)
              .filter(taken::add)
              .findFirst();
      String free = "unit-" + next;
      next += name.isEmpty() ? 1 : 0;
      named.add(new EvaluationUnit(name.orElse(free), unit.interval(), unit.groups()));
    }
    return named;
  }

  private static boolean shareAGroup(EvaluationUnit old, EvaluationUnit unit) {
    return old.groups().stream()
        .map(RuleGroup::name)
        .anyMatch(name -> unit.groups().stream().anyMatch(g -> g.name().equals(name)));
  }
}
