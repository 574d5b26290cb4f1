package io.firedrill.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertNeverTest {

  @TempDir Path directory;

  private String found(String expr) {
    return new LintFiles(directory)
        .rules("- alert: A\n  expr: |-\n    " + expr + "\n")
        .found("alert/never");
  }

  @Test
  void saysWhy() {
    assertThat(found("count(x) == 0"))
        .isEqualTo(
            """
            rules.yml:6:7: warning: the alert never fires: count() returns nothing, not 0, if there are no elements [alert/never]
                6 |       count(x) == 0
                  |       ^^^^^^^^^^^^^
              hint: firedrill init searches for data for which an alert fires
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "count(x) < 1",
        "up{job=\"a\"} > 1",
        "up == 2",
        "avg(up) < 0",
        "rate(x[5m]) < 0",
        "100 * rate(x[5m]) < -1",
        "hour() > 23",
        "x > 1 and on () day_of_week() == 7",
        "absent(x) == 0",
        "10 < x < 5",
        "(x > 5) == 3",
        "x{a=\"1\", a=\"2\"} > 0",
        "x{a=\"1\", a!=\"1\"} > 0",
        "x{a=\"1\"} > 0 and y{a=\"2\"}",
        "x{a=\"1\"} / on (a) y{a=\"2\"} > 3",
        "sum(count_over_time(x[5m]) < 1) > 0"
      })
  void reportsWhatNeverReturnsAnything(String expr) {
    assertThat(found(expr)).as(expr).contains("the alert never fires");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "count(x) >= 1",
        "up == 0",
        "count(x) == 0 or absent(x)",
        "rate(x[5m]) <= 0",
        "5 < x < 10",
        "x == bool 2",
        "absent(up == 2)",
        "x unless up == 2",
        "x{a=\"1\"} / ignoring (a) y{a=\"2\"} > 3",
        "x{a=\"1\"} and on (b) y{a=\"2\"}",
        "x{a=\"1\"} unless y{a=\"2\"}",
        "sum by (b) (x{a=\"1\"}) > sum by (b) (x{a=\"2\"})",
        "-rate(x[5m]) < 0",
        "hour() >= 23"
      })
  void acceptsOthers(String expr) {
    assertThat(found(expr)).as(expr).isEmpty();
  }
}
