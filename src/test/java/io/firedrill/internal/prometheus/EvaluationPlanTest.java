package io.firedrill.internal.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Located;
import io.firedrill.internal.source.Position;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationPlanTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String RULES = "rules: [{record: x, expr: 1}]";

  @TempDir private Path directory;

  @Test
  void evaluatesAllGroupsTogetherAsPromtoolDoes() {
    List<EvaluationUnit> units =
        EvaluationPlan.promtool(
            read(
                """
                groups:
                - name: a
                  interval: 5m
                  rules:
                  - {record: x, expr: "up == 1"}
                  - {record: y, expr: x, labels: {l: "5"}}
                - name: nothing
                  limit: 7
                - name: b
                  interval:
                  rules: [{alert: A, expr: y, for: 5m}]
                """),
            MINUTE);

    assertThat(units).hasSize(1);
    assertThat(units.get(0).interval()).isEqualTo(MINUTE);
    assertThat(units.get(0).fileText())
        .isEqualTo(
            """
            groups:
            - name: "unit-0"
              interval: 1m
              rules:
              - {record: x, expr: "up == 1"}
              - {record: y, expr: x, labels: {l: "5"}}
              - {alert: A, expr: y, for: 5m}
            """);
  }

  @Test
  void keepsGroupsApartThatDifferForAllTheirRules() {
    List<EvaluationUnit> units =
        EvaluationPlan.promtool(
            read(
                """
                groups:
                - {name: a, labels: {x: y, z: "1"}, %1$s}
                - {name: b, labels: {z: "1", x: y}, %1$s}
                - {name: c, labels: {x: y}, limit: 5, query_offset: 1m, %1$s}
                - {name: d, %1$s}
                - {name: e, labels: {x: y, z: "1"}, %1$s}
                """
                    .formatted(RULES)),
            MINUTE);

    assertThat(names(units)).containsExactly("unit-0: a b", "unit-1: c", "unit-2: d", "unit-3: e");
    assertThat(units.get(1).fileText())
        .isEqualTo(
            """
            groups:
            - name: "unit-1"
              interval: 1m
              limit: 5
              query_offset: 1m
              labels: {x: y}
              rules:
              - {record: x, expr: 1}
            """);
  }

  @Test
  void honoursIntervalsAsPrometheusDoes() {
    List<EvaluationUnit> units =
        EvaluationPlan.byInterval(
            read(
                """
                groups:
                - {name: a, interval: 5m, %1$s}
                - {name: b, %1$s}
                - {name: c, interval: 300s, %1$s}
                - {name: d, interval: 60s, %1$s}
                - {name: e, %1$s}
                - {name: f, interval: 60s, limit: 1, %1$s}
                """
                    .formatted(RULES)),
            MINUTE);

    assertThat(names(units))
        .containsExactly("unit-0: a", "unit-1: b", "unit-2: c", "unit-3: d e", "unit-4: f");
    assertThat(units)
        .extracting(EvaluationUnit::interval)
        .containsExactly(Duration.ofMinutes(5), MINUTE, Duration.ofMinutes(5), MINUTE, MINUTE);
  }

  @Test
  void ordersGroupsThatAreNotMentionedWithTheFirst() {
    List<RuleGroup> groups = read("groups: [{name: c}, {name: a}, {name: b}, {name: d}]");

    assertThat(EvaluationPlan.order(groups, List.of())).isEqualTo(groups);
    assertThat(EvaluationPlan.order(groups, List.of(located("b"), located("a"))))
        .extracting(RuleGroup::name)
        .containsExactly("c", "b", "d", "a");
  }

  @Test
  void refusesToOrderAGroupThatIsNotThere() {
    List<RuleGroup> groups = read("groups: [{name: outages}, {name: slow}]");

    assertThatThrownBy(
            () -> EvaluationPlan.order(groups, List.of(located("slow"), located("outage"))))
        .isInstanceOf(InputException.class)
        .hasMessage(
            """
            test.yml:3:5: error: there is no rule group "outage"
              hint: did you mean "outages"?""");
  }

  private static Located<String> located(String name) {
    return new Located<>(name, new Position(Path.of("test.yml"), 3, 5));
  }

  private static List<String> names(List<EvaluationUnit> units) {
    return units.stream()
        .map(
            u ->
                u.group()
                    + ": "
                    + String.join(" ", u.groups().stream().map(RuleGroup::name).toList()))
        .toList();
  }

  private List<RuleGroup> read(String yaml) {
    return RuleFiles.read(directory, yaml);
  }
}
