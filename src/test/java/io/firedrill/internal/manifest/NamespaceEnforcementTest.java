package io.firedrill.internal.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSource;
import io.firedrill.internal.source.YamlText;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamespaceEnforcementTest {

  private static final NamespaceEnforcement SHOP = new NamespaceEnforcement("namespace", "shop");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          up                                  | up{namespace="shop"}
          up == 0                             | up{namespace="shop"} == 0
          up{}                                | up{namespace="shop"}
          {__name__="up"}                     | {__name__="up",namespace="shop"}
          up {job='a',}                       | up{job="a",namespace="shop"}
          up{namespace="bank"}                | up{namespace="shop"}
          up{namespace!~"a.}", job="b"}       | up{job="b",namespace="shop"}
          rate(x[5m] offset 1m) > 0.5         | rate(x{namespace="shop"}[5m] offset 1m) > 0.5
          x{a="}"}[5m:1m]                     | x{a="}",namespace="shop"}[5m:1m]
          x{a="\\"}"} and y                   | x{a="\\"}",namespace="shop"} and y{namespace="shop"}
          sum by (namespace) (x) / on () y    | sum by (namespace) (x{namespace="shop"}) / on () y{namespace="shop"}
          absent(x) or vector(1)              | absent(x{namespace="shop"}) or vector(1)
          time() > 5                          | time() > 5
          x +                                 | x +
          """)
  void requiresTheNamespaceOfEachSelector(String expression, String enforced) {
    assertThat(expression(expression).text()).isEqualTo(enforced);
  }

  @Test
  void keepsThePositionsOfTheText() {
    YamlScalar enforced = expression("up == 0 and foo{namespace=\"b\"} > bar");

    assertThat(enforced.text())
        .isEqualTo(
            "up{namespace=\"shop\"} == 0 and foo{namespace=\"shop\"} > bar{namespace=\"shop\"}");
    assertThat(column(enforced, "==")).isEqualTo(3 + "- expr: '".length() + "up ".length());
    assertThat(column(enforced, "foo")).isEqualTo(3 + "- expr: 'up == 0 and ".length());
    assertThat(column(enforced, "bar"))
        .isEqualTo(3 + "- expr: 'up == 0 and foo{namespace=\"b\"} > ".length());
  }

  private static int column(YamlScalar scalar, String word) {
    return scalar.positionAt(scalar.text().indexOf(word)).column();
  }

  @Test
  void labelsEachRule() {
    YamlMapping spec =
        mapping(
            """
            groups:
            - name: g
              rules:
              - {alert: A, expr: '1', labels: {namespace: bank, team: a}}
              - {record: r, expr: '1'}
            """);

    assertThat(YamlText.of(SHOP.applied(spec)))
        .isEqualTo(
            "{groups: [{name: g, rules: ["
                + "{alert: A, expr: \"1\", labels: {namespace: \"shop\", team: a}}, "
                + "{record: r, expr: \"1\", \"labels\": {\"namespace\": \"shop\"}}]}]}");
  }

  private static YamlScalar expression(String text) {
    YamlMapping spec = mapping("groups:\n- rules:\n  - expr: '" + text.replace("'", "''") + "'\n");
    YamlMapping enforced = (YamlMapping) SHOP.applied(spec);
    YamlMapping group = (YamlMapping) Nodes.items(enforced.get("groups").get()).get(0);
    YamlMapping rule = (YamlMapping) Nodes.items(group.get("rules").get()).get(0);
    return (YamlScalar) rule.get("expr").get();
  }

  private static YamlMapping mapping(String yaml) {
    return (YamlMapping) YamlSource.parse(Path.of("rules.yml"), yaml).documents().get(0);
  }
}
