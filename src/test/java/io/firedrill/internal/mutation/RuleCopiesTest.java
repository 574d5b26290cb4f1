package io.firedrill.internal.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.mutation.operator.Operators;
import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleFile;
import io.firedrill.internal.prometheus.RuleGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is copied for a mutant, and where. */
class RuleCopiesTest {

  @TempDir private Path directory;

  private List<RuleGroup> groups;

  @BeforeEach
  void rules() throws IOException {
    groups =
        read(
            """
            groups:
            - name: g
              rules:
              - {record: r, expr: sum(a)}
              - {record: s, expr: 'r + {__name__="r"} offset 1m'}
              - {alert: Low, expr: s < 5}
              - {alert: Two, expr: b > 1, labels: {n: one}}
              - {alert: Two, expr: c > 1, labels: {n: two}}
            """);
  }

  private List<RuleGroup> read(String text) throws IOException {
    return RuleFile.read(Files.writeString(directory.resolve("rules.yml"), text));
  }

  private List<String> widened(String change, String... fed) {
    RuleCopies copies = new RuleCopies(groups, Set.of(fed));
    boolean possible = copies.add(mutant(change), 7);
    return possible
        ? copies.widened(groups.get(0)).rules().stream()
            .map(rule -> rule.name() + ": " + rule.expr())
            .toList()
        : List.of();
  }

  private Mutant mutant(String change) {
    List<Rule> rules = groups.get(0).rules();
    return Operators.RULES.stream()
        .flatMap(o -> rules.stream().flatMap(r -> o.mutations(r, rules).stream()))
        .filter(m -> (m.subject() + ": " + m.change()).equals(change))
        .map(m -> new Mutant(Mutant.Kind.RULE, directory.resolve("rules.yml"), m))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void copiesWhatReadsARecordingRule() {
    assertThat(widened("record r: sum becomes avg"))
        .containsExactly(
            "r: sum(a)",
            "r_firedrill_m7_: avg(a)",
            "s: r + {__name__=\"r\"} offset 1m",
            "s_firedrill_m7_: r_firedrill_m7_ + {__name__=\"r_firedrill_m7_\"} offset 1m",
            "Low: s < 5",
            "Low_firedrill_m7_: s_firedrill_m7_ < 5",
            "Two: b > 1",
            "Two: c > 1");
  }

  @Test
  void copiesTheOtherRulesOfTheAlert() {
    assertThat(widened("alert Two: 1 becomes 2"))
        .containsExactly(
            "r: sum(a)",
            "s: r + {__name__=\"r\"} offset 1m",
            "Low: s < 5",
            "Two: b > 1",
            "Two_firedrill_m7_: b > 2",
            "Two: c > 1",
            "Two_firedrill_o0_: c > 1");
  }

  @Test
  void copiesOnlyWhatReadsARemovedRule() {
    assertThat(widened("record s: the rule is removed"))
        .containsExactly(
            "r: sum(a)",
            "s: r + {__name__=\"r\"} offset 1m",
            "Low: s < 5",
            "Low_firedrill_m7_: s_firedrill_m7_ < 5",
            "Two: b > 1",
            "Two: c > 1");
  }

  @Test
  void cannotRenameWhatTheTestFeedsOrTemplatesQuery() throws IOException {
    assertThat(widened("record r: sum becomes avg", "r")).isEmpty();
    assertThat(widened("record r: sum becomes avg", "s")).isEmpty();
    groups =
        read(
            """
            groups:
            - name: g
              rules:
              - {record: r, expr: sum(a)}
              - {alert: A, expr: b, annotations: {s: '{{ with query "r" }}{{ . }}{{ end }}'}}
            """);
    assertThat(widened("record r: sum becomes avg")).isEmpty();
  }

  @Test
  void knowsWhatMaySeeCopies() {
    assertThat(List.of("a", "rate(a[5m])", "{__name__=\"a\", b=\"c\"}"))
        .noneMatch(SelectorNames::readsOthers);
    assertThat(
            List.of(
                "{b=\"c\"}",
                "{__name__=~\"a.*\"}",
                "a and on () ALERTS",
                "ALERTS_FOR_STATE",
                "not an expression"))
        .allMatch(SelectorNames::readsOthers);
  }
}
