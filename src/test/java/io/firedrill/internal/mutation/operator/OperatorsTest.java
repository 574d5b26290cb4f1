package io.firedrill.internal.mutation.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleFile;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the examples of the documentation do not show. */
class OperatorsTest {

  @TempDir private Path directory;

  private Path file;

  @Test
  void keepsTheOrderOfOperations() throws IOException {
    assertThat(expressions("expr/arithmetic", "a - b * c"))
        .containsExactly("(a + (b * c))", "a - (b / c)");
    assertThat(expressions("expr/set-operator", "a or b and c"))
        .contains("(a unless (b and c))", "a or (b unless c)");
  }

  @Test
  void changesOneOfSeveralEqualParts() throws IOException {
    assertThat(expressions("expr/range", "rate(a[5m]) > rate(a[5m] offset 5m)"))
        .containsExactly(
            "rate(a[10m]) > rate(a[5m] offset 5m)",
            "rate(a[2m30s]) > rate(a[5m] offset 5m)",
            "rate(a[5m]) > rate(a[10m] offset 5m)",
            "rate(a[5m]) > rate(a[2m30s] offset 5m)");
  }

  @Test
  void makesNoInvalidExpressions() throws IOException {
    assertThat(expressions("expr/set-operator", "a and on (x) b"))
        .containsExactly("(a or on (x) b)", "(a unless on (x) b)", "(a)");
    // A selector needs a matcher that does not match the empty string.
    assertThat(expressions("expr/matcher", "{job=\"a\"}")).isEmpty();
    assertThat(expressions("expr/comparison", "this is no expression")).isEmpty();
  }

  @Test
  void makesNothingThatIsEquivalent() throws IOException {
    assertThat(expressions("expr/grouping", "sum by () (a)")).isEmpty();
    assertThat(expressions("expr/threshold", "a > +Inf")).isEmpty();
    assertThat(expressions("expr/offset", "a offset 0s")).isEmpty();
    assertThat(rule("rule/for", "for: 0s")).isEmpty();
    assertThat(config("route/continue", "route: {receiver: a, routes: [{matchers: [b=c]}]}"))
        .isEmpty();
  }

  @Test
  void showsTheChangeInAFoldedExpression() throws IOException {
    List<Mutation> mutations =
        rules(
            "expr/comparison",
            """
            groups:
            - name: g
              rules:
              - alert: A
                expr: >-
                  sum by (x) (a)  # > is a comment here
                  > 5
            """);

    // The rest of a folded line is a comment.
    assertThat(mutations).isEmpty();
    mutations =
        rules(
            "expr/comparison",
            """
            groups:
            - name: g
              rules:
              - alert: A
                expr: |
                  sum by (x) (a)  # > is a comment here
                    > 5
            """);
    assertThat(mutations).extracting(m -> m.position().line()).containsExactly(7, 7);
    assertThat(mutations).extracting(m -> m.position().column()).containsExactly(9, 9);
  }

  @Test
  void changesTheValueThatSeveralAliasesShareOnce() throws IOException {
    List<Mutation> mutations =
        config(
            "receiver/template",
            """
            receivers:
            - name: a
              slack_configs:
              - {channel: c, title: &t '{{ .Status }}'}
              - {channel: d, title: *t}
            """);

    assertThat(mutations).hasSize(1);
    assertThat(mutations.get(0).edit().applied(file)).doesNotContain("Status");
  }

  @Test
  void changesNothingElseInTheFile() throws IOException {
    String text =
        """
        # a comment
        groups:
        - name: g
          interval: 30s
          rules:
          - {alert: A, expr: a > 1, for: 5m, labels: {n: '007', b: "yes"}}
          - {alert: B, expr: b > 1}
        """;

    assertThat(rules("rule/for", text).get(0).edit().applied(file))
        .isEqualTo(
            "{groups: [{name: g, interval: 30s, rules: [{alert: A, expr: \"a > 1\", labels: {n:"
                + " \"007\", b: \"yes\"}}, {alert: B, expr: \"b > 1\"}]}]}\n");
    assertThat(rules("rule/removed", text).get(0).edit().applied(file))
        .isEqualTo("{groups: [{name: g, interval: 30s, rules: [{alert: B, expr: \"b > 1\"}]}]}\n");
  }

  @Test
  void knowsAllNotationsOfMatchers() throws IOException {
    List<Mutation> mutations =
        config(
            "route/matcher",
            "route: {receiver: a, routes: [{match: {b: c}, match_re: {d: e}, matchers: [f!~\"g\"]}]}");

    assertThat(mutations)
        .extracting(Mutation::change)
        .containsExactly(
            "b=\"c\" becomes b!=\"c\"",
            "b=\"c\" is dropped",
            "d=~\"e\" becomes d!~\"e\"",
            "d=~\"e\" is dropped",
            "f!~\"g\" becomes f=~\"g\"",
            "f!~\"g\" is dropped");
    assertThat(mutations.get(0).edit().applied(file))
        .isEqualTo(
            "{route: {receiver: a, routes: [{match_re: {d: e}, matchers: [\"f!~\\\"g\\\"\","
                + " \"b!=\\\"c\\\"\"]}]}}\n");
  }

  @Test
  void keepsTheStructureOfTemplates() throws IOException {
    assertThat(
            rule(
                "rule/template",
                "annotations: {s: '{{ range query \"up\" }}{{ .Value }}{{ end }}{{ $x := 1 }}{{ $x }}'}"))
        .extracting(Mutation::change)
        .containsExactly("{{ .Value }} is dropped from s", "{{ $x }} is dropped from s");
  }

  private List<String> expressions(String operator, String expr) throws IOException {
    return rules(
            operator,
            "groups: [{name: g, rules: [{alert: A, expr: '" + expr.replace("'", "''") + "'}]}]")
        .stream()
        .map(m -> (Edit.OfNode) m.edit())
        .map(edit -> ((YamlMapping) edit.to().orElseThrow()).get("expr").orElseThrow().toString())
        .toList();
  }

  private List<Mutation> rule(String operator, String keys) throws IOException {
    return rules(
        operator, "groups:\n- name: g\n  rules:\n  - alert: A\n    expr: a\n    " + keys + "\n");
  }

  private List<Mutation> rules(String operator, String text) throws IOException {
    file = Files.writeString(directory.resolve("rules.yml"), text);
    List<Rule> all = RuleFile.read(file).get(0).rules();
    return Operators.RULES.stream()
        .filter(o -> o.name().equals(operator))
        .flatMap(o -> all.stream().flatMap(rule -> o.mutations(rule, all).stream()))
        .toList();
  }

  private List<Mutation> config(String operator, String text) throws IOException {
    file = Files.writeString(directory.resolve("config.yml"), text);
    YamlMapping root = (YamlMapping) YamlSource.readConfiguration(file).documents().get(0);
    return Stream.concat(Operators.ROUTES.stream(), Operators.SCRAPING.stream())
        .filter(o -> o.name().equals(operator))
        .flatMap(o -> o.mutations(root).stream())
        .toList();
  }
}
