package io.firedrill.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThresholdOnceTest {

  @TempDir Path directory;

  @Test
  void reportsAComparisonInTwoRules() {
    String found =
        new LintFiles(directory)
            .rules(
                """
                - {alert: Warns, expr: "rate(a[5m]) > 0.5"}
                - {alert: Pages, expr: "rate(a[5m]) > 0.9"}
                - {alert: Other, expr: b > 0.5 and on (x) c == 1}
                - {alert: State, expr: c == 1}
                - alert: Again
                  expr: |
                    b > 5
                      and rate(a[5m])  >= 0.50
                """)
            .found("threshold/once");

    assertThat(found)
        .isEqualTo(
            """
            rules.yml:11:29: warning: rate(a[5m]) is compared with 0.50 at rules.yml:4:41, too [threshold/once]
               11 |         and rate(a[5m])  >= 0.50
                  |                             ^^^^
              hint: record the comparison, or the number, and use it in both
            """);
  }

  @Test
  void comparesWholeOperands() {
    String found =
        new LintFiles(directory)
            .rules(
                """
                - {alert: A, expr: '(max(age{disk="a"} unless on (host) drained)) > 30'}
                - {alert: B, expr: '(max(age{disk="b"} unless on (host) drained)) > 30'}
                - {alert: C, expr: '(sum(x and y) or z) * 2 > 40'}
                - {alert: D, expr: '(count(x and y) or z) * 2 > 40'}
                - {alert: E, expr: '(a or b) > 50 and c'}
                - {alert: F, expr: 'd unless (( a or  b ) > 50)'}
                - {alert: G, expr: "e{f='g'} > 60"}
                - {alert: H, expr: 'count(60 < e{ f="g" }) > 0'}
                """)
            .found("threshold/once");

    assertThat(found.lines().filter(line -> line.startsWith("rules.yml")))
        .containsExactly(
            "rules.yml:9:47: warning: (a or b) is compared with 50 at rules.yml:8:34, too"
                + " [threshold/once]",
            "rules.yml:11:29: warning: e{f=\"g\"} is compared with 60 at rules.yml:10:34, too"
                + " [threshold/once]");
  }

  @Test
  void comparesAllFiles() {
    String found =
        new LintFiles(directory)
            .write("a.yml", "groups: [{name: g, rules: [{alert: A, expr: x > 7}]}]\n")
            .write("b.yml", "groups: [{name: g, rules: [{alert: B, expr: x > 7}]}]\n")
            .found("threshold/once");

    assertThat(found).startsWith("b.yml:1:49: warning: x is compared with 7 at a.yml:1:49, too");
  }

  @Test
  void comparesWholeExpressions() {
    String found =
        new LintFiles(directory)
            .rules(
                """
                - {alert: A, expr: '(sum(cold{kind="pool"} unless on (site) closed)) > 7'}
                - {alert: B, expr: '(sum(cold{kind="sauna"} unless on (site) closed)) > 7'}
                - {alert: C, expr: '(sum(cold{kind="lake"} and on (site) open)) > 7 and up == 1'}
                """)
            .found("threshold/once");

    assertThat(found).isEmpty();
  }

  @Test
  void isAboutTwoRules() {
    String found =
        new LintFiles(directory)
            .rules("- {alert: A, expr: 'x > 7 and y == 1 or x > 7 and z == 1'}\n")
            .found("threshold/once");

    assertThat(found).isEmpty();
  }
}
