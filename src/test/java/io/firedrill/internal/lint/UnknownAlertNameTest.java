package io.firedrill.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnknownAlertNameTest {

  @TempDir Path directory;

  private static final String ROUTES =
      """
      route:
        receiver: r
        routes:
        - matchers: [alertname="QueueFul"]
        - match: {alertname: QueueFull}
        - match_re: {alertname: "Queue.*|Disk"}
        - match_re: {alertname: "Tape.*"}
      inhibit_rules:
      - source_matchers: ["alertname=~\\"QueueFull|Tape\\""]
        target_matchers: [alertname!=QueueFull, severity="alertname"]
      receivers: [{name: r}]
      """;

  @Test
  void reportsUnknownAlertsInRoutes() {
    String found =
        new LintFiles(directory)
            .rules("- {alert: QueueFull, expr: a}\n")
            .write("routes.yml", ROUTES)
            .found("route/alertname");

    assertThat(found)
        .isEqualTo(
            """
            routes.yml:4:27: warning: no rule raises an alert "QueueFul" [route/alertname]
                4 |   - matchers: [alertname="QueueFul"]
                  |                           ^^^^^^^^
              hint: did you mean "QueueFull"?

            routes.yml:7:28: warning: no rule raises an alert that matches "Tape.*" [route/alertname]
                7 |   - match_re: {alertname: "Tape.*"}
                  |                            ^^^^^^
              hint: a route or an inhibition rule for it has no effect

            routes.yml:9:45: warning: no rule raises an alert "Tape" [route/alertname]
                9 | - source_matchers: ["alertname=~\\"QueueFull|Tape\\""]
                  |                                             ^^^^
              hint: a route or an inhibition rule for it has no effect
            """);
  }

  @Test
  void saysWhatANegativeMatcherDoesNotDo() {
    String found =
        new LintFiles(directory)
            .rules("- {alert: QueueFull, expr: a}\n")
            .write(
                "routes.yml",
                """
                route:
                  receiver: r
                  routes:
                  - {receiver: r, matchers: ['alertname!="Tape"']}
                receivers: [{name: r}]
                """)
            .found("route/alertname");

    assertThat(found)
        .isEqualTo(
            """
            routes.yml:4:43: warning: no rule raises an alert "Tape" [route/alertname]
                4 |   - {receiver: r, matchers: ['alertname!="Tape"']}
                  |                                           ^^^^
              hint: the matcher excludes no alert
            """);
  }

  /** Regular expressions that Go accepts and Java does not, and those that Alertmanager refuses. */
  @Test
  void evaluatesExpressionsLikeAlertmanager() {
    String routes =
        """
        route:
          receiver: r
          routes:
          - match_re: {alertname: "(?P<what>Queue).*"}
          - match_re: {alertname: "(?P<what>Tape).*"}
          - match_re: {alertname: "Tape(?!s)"}
        receivers: [{name: r}]
        """;

    assertThat(
            new LintFiles(directory)
                .rules("- {alert: QueueFull, expr: a}\n")
                .write("routes.yml", routes)
                .found("route/alertname")
                .lines()
                .filter(line -> line.startsWith("routes.yml")))
        .containsExactly(
            "routes.yml:5:28: warning: no rule raises an alert that matches \"(?P<what>Tape).*\""
                + " [route/alertname]");
  }

  @Test
  void reportsNothingWithoutRules() {
    assertThat(new LintFiles(directory).write("routes.yml", ROUTES).found("route/alertname"))
        .isEmpty();
  }
}
