package io.firedrill.internal.report;

import io.firedrill.internal.coverage.Coverage;
import io.firedrill.internal.coverage.CoverageItem;
import io.firedrill.internal.coverage.CoverageKind;
import io.firedrill.internal.coverage.CoverageLine;
import io.firedrill.internal.coverage.CoverageState;
import io.firedrill.internal.result.ActionResult;
import io.firedrill.internal.result.AlertChange;
import io.firedrill.internal.result.AttemptResult;
import io.firedrill.internal.result.ErrorResult;
import io.firedrill.internal.result.Extras;
import io.firedrill.internal.result.FailureResult;
import io.firedrill.internal.result.FileResult;
import io.firedrill.internal.result.NotificationResult;
import io.firedrill.internal.result.NotifiedAlertResult;
import io.firedrill.internal.result.Picture;
import io.firedrill.internal.result.PictureLine;
import io.firedrill.internal.result.PictureRule;
import io.firedrill.internal.result.PictureRule.Threshold;
import io.firedrill.internal.result.RuleTraceResult;
import io.firedrill.internal.result.SuiteResult;
import io.firedrill.internal.result.TestResult;
import io.firedrill.internal.result.TestVerdict;
import io.firedrill.internal.result.WarningResult;
import io.firedrill.internal.verdict.FailureKind;
import io.firedrill.model.AlertState;
import io.firedrill.model.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Results of every kind that a report shows, built by hand. */
final class ReportExample {

  static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  /** A script that runs if a report does not escape data. */
  static final String HOSTILE =
      "</script><img src=x onerror=\"window.hurt=1\"><script>window.hurt=1</script>&amp; {{data}}";

  private static final Map<String, String> ALERT =
      sorted("alertname", "SharpeRatioDeclining", "agent", "momentum", "severity", "critical");
  private static final Map<String, String> GROUP = Map.of("alertname", "SharpeRatioDeclining");

  private ReportExample() {}

  /** Three files: one that failed, one that passed, and one with malicious data. */
  static SuiteResult suite() {
    return new SuiteResult(
        "Prometheus 3.5.3 (search path), Alertmanager 0.33.1 (search path)",
        List.of(
            new FileResult("test-scenarios/sharpe.yml", List.of(declining(), quiet())),
            new FileResult("test-scenarios/refused.yml", List.of(refused())),
            new FileResult(
                "test-scenarios/hostile.yml",
                List.of(new WarningResult("rules/am.yml", 3, 1, HOSTILE, "in full: " + HOSTILE)),
                List.of(hostile()))));
  }

  /** A rule that is covered, one that is not, and a route that need not be. */
  static Coverage coverage() {
    return new Coverage(
        4,
        List.of(
            new CoverageLine(
                item(CoverageKind.ALERT, "SharpeRatioDeclining", "rules/ml.yml", 12),
                Map.of(CoverageState.FIRED, List.of("a.yml: one")),
                Map.of()),
            new CoverageLine(
                item(CoverageKind.ALERT, "QueueFull", "rules/ml.yml", 30),
                Map.of(CoverageState.PENDING, List.of(), CoverageState.FIRED, List.of()),
                Map.of()),
            new CoverageLine(
                item(CoverageKind.ROUTE, "{team=\"ops\"}", "rules/routes.yml", 7),
                Map.of(CoverageState.MATCHED, List.of()),
                Map.of(CoverageState.MATCHED, HOSTILE))));
  }

  private static CoverageItem item(CoverageKind kind, String name, String file, int line) {
    return new CoverageItem(kind, name, Map.of(), file, line);
  }

  /** Many tests: {@code count} times the first. */
  static SuiteResult many(int count) {
    List<TestResult> tests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tests.add(i % 5 == 0 ? declining() : quiet());
    }
    return new SuiteResult("Prometheus 3.5.3", List.of(new FileResult("many.yml", tests)));
  }

  private static RuleTraceResult trace(String text) {
    RuleTraceResult.Part selector =
        new RuleTraceResult.Part(text, text, 4, 11, 1, List.of(text), Optional.empty(), List.of());
    return new RuleTraceResult(
        text,
        text,
        3,
        5,
        START.plusSeconds(2400),
        2400,
        new RuleTraceResult.Part(
            text, text, 4, 11, 0, List.of(), Optional.of(text), List.of(selector)));
  }

  static TestResult declining() {
    FailureResult failure =
        new FailureResult(
            FailureKind.STATE_DIFFERS,
            "test-scenarios/sharpe.yml",
            17,
            5,
            "SharpeRatioDeclining at 40m (2026-03-02T08:40:00Z): expected inactive, found firing",
            """
            test-scenarios/sharpe.yml:17:5: SharpeRatioDeclining at 40m (2026-03-02T08:40:00Z): expected inactive, found firing
              expected (-):
                - 40m (2026-03-02T08:40:00Z)  inactive
              SharpeRatioDeclining{agent="momentum", severity="critical"} (+):
                + 40m (2026-03-02T08:40:00Z)  firing
              timeline around 40m (2026-03-02T08:40:00Z):
                > 25m (2026-03-02T08:25:00Z)  SharpeRatioDeclining{agent="momentum", severity="critical"}  pending -> firing""",
            List.of(),
            List.of(trace("sharpe_ratio < 0.5")),
            List.of());
    return test(
        "a strategy that loses its edge is taken off the desk",
        7,
        TestVerdict.FAILED,
        List.of(failure),
        List.of(
            change(600, AlertState.INACTIVE, AlertState.PENDING),
            change(1500, AlertState.PENDING, AlertState.FIRING),
            change(3000, AlertState.FIRING, AlertState.INACTIVE)),
        List.of(
            notification(1530, "desk", "slack", "firing", slack("danger")),
            notification(1530, "desk", "email", "firing", mail()),
            notification(1530, "data-oncall", "pagerduty", "firing", incident("trigger")),
            notification(1530, "data-oncall", "opsgenie", "firing", opsgenie()),
            notification(1530, "everybody", "telegram", "firing", telegram()),
            webhook(1530),
            notification(3130, "data-oncall", "pagerduty", "resolved", incident("resolve")),
            notification(3130, "desk", "slack", "resolved", slack("good"))),
        List.of(
            new AttemptResult(
                START.plusSeconds(1532),
                1532,
                "archive",
                "webhook",
                0,
                "firing",
                GROUP,
                "HTTP 503")),
        List.of(
            new ActionResult(
                START.plusSeconds(2400), 2400, "silence", "silence created  {agent=\"momentum\"}")),
        Optional.of(picture()));
  }

  /** One test of a name, with one failure of a text. */
  static SuiteResult failing(String name, String text) {
    FailureResult failure =
        new FailureResult(
            FailureKind.ALERTS_DIFFER,
            "odd.yml",
            1,
            1,
            text,
            text,
            List.of(),
            List.of(),
            List.of());
    TestResult test =
        test(
            name,
            1,
            TestVerdict.FAILED,
            List.of(failure),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty());
    return new SuiteResult("Prometheus 3", List.of(new FileResult("odd.yml", List.of(test))));
  }

  static TestResult quiet() {
    return test(
        "a steady strategy is left alone",
        40,
        TestVerdict.PASSED,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static TestResult refused() {
    return new TestResult(
        "a file that Prometheus does not take",
        3,
        TestVerdict.ERROR,
        START,
        START,
        List.of(),
        Optional.of(
            new ErrorResult(
                "rules/bad.yml", 4, 11, "Prometheus says: parse error: unexpected end of input")),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static TestResult hostile() {
    Map<String, String> labels = sorted("alertname", "Hostile", "evil", HOSTILE);
    NotificationResult slack =
        new NotificationResult(
            START.plusSeconds(90),
            90,
            HOSTILE,
            "slack",
            0,
            HOSTILE,
            labels,
            List.of(
                new NotifiedAlertResult(
                    HOSTILE, labels, Map.of("summary", HOSTILE), START, Optional.empty())),
            Optional.of(
                Message.of(
                    HOSTILE,
                    HOSTILE
                        + " *bold* `code` <https://example.org/a|words> <javascript:alert(1)|x>",
                    Map.of("color", "red;background:url(x)", "fields.0.title", HOSTILE))),
            HOSTILE);
    NotificationResult mail =
        new NotificationResult(
            START.plusSeconds(90),
            90,
            "mail",
            "email",
            0,
            "firing",
            labels,
            List.of(),
            Optional.of(
                Message.of(
                    HOSTILE,
                    HOSTILE,
                    Map.of(
                        "html",
                        "<p>Hello</p><script>top.hurt=1</script><img src=http://127.0.0.1:9/x.png"
                            + " onerror=top.hurt=1><form action=http://127.0.0.1:9/><input"
                            + " autofocus></form>"))),
            HOSTILE);
    return test(
        HOSTILE,
        1,
        TestVerdict.FAILED,
        List.of(
            new FailureResult(
                FailureKind.ALERTS_DIFFER,
                "hostile.yml",
                1,
                1,
                HOSTILE,
                HOSTILE,
                List.of(),
                List.of(trace(HOSTILE)),
                List.of())),
        List.of(
            new AlertChange(
                START.plusSeconds(60), 60, labels, AlertState.INACTIVE, AlertState.FIRING)),
        List.of(slack, mail),
        List.of(),
        List.of(new ActionResult(START, 0, HOSTILE, HOSTILE)),
        Optional.of(
            new Picture(
                List.of(
                    new PictureLine(sorted("__name__", "m", "evil", HOSTILE), times(2), times(2))),
                1,
                List.of())));
  }

  private static TestResult test(
      String name,
      int line,
      TestVerdict verdict,
      List<FailureResult> failures,
      List<AlertChange> alerts,
      List<NotificationResult> notifications,
      List<AttemptResult> attempts,
      List<ActionResult> actions,
      Optional<Picture> picture) {
    return new TestResult(
        name,
        line,
        verdict,
        START,
        START.plusSeconds(3600),
        failures,
        Optional.empty(),
        alerts,
        notifications,
        attempts,
        List.of(),
        List.of(),
        actions,
        List.of(),
        Optional.of(new Extras(100, "", picture, Optional.empty())));
  }

  private static AlertChange change(int seconds, AlertState from, AlertState to) {
    return new AlertChange(START.plusSeconds(seconds), seconds, ALERT, from, to);
  }

  private static NotificationResult notification(
      int seconds, String receiver, String integration, String status, Message message) {
    return new NotificationResult(
        START.plusSeconds(seconds),
        seconds,
        receiver,
        integration,
        0,
        status,
        GROUP,
        List.of(alert(status)),
        Optional.of(message),
        "{\"text\":\"" + message.title() + "\"}");
  }

  private static NotificationResult webhook(int seconds) {
    return new NotificationResult(
        START.plusSeconds(seconds),
        seconds,
        "archive",
        "webhook",
        0,
        "firing",
        GROUP,
        List.of(alert("firing")),
        Optional.empty(),
        "{\"version\":\"4\"}");
  }

  private static NotifiedAlertResult alert(String status) {
    return new NotifiedAlertResult(
        status,
        ALERT,
        Map.of("summary", "Sharpe ratio of momentum is 0.9", "runbook_url", "https://example.org"),
        START.plusSeconds(1500),
        Optional.empty());
  }

  private static Message slack(String color) {
    return Message.of(
        "[FIRING:1] SharpeRatioDeclining",
        "Sharpe ratio of *momentum* is `0.9`, see <https://example.org/runbook|the runbook>",
        Map.of(
            "color", color,
            "channel", "#desk",
            "username", "Alertmanager",
            "fields.0.title", "agent",
            "fields.0.value", "momentum",
            "fields.1.title", "severity",
            "fields.1.value", "critical"));
  }

  private static Message mail() {
    return Message.of(
        "[FIRING:1] SharpeRatioDeclining",
        "Sharpe ratio of momentum is 0.9",
        Map.of(
            "from", "alerts@example.org",
            "to", "desk@example.org",
            "html", "<h1>1 alert</h1><p>Sharpe ratio of <b>momentum</b> is 0.9</p>"));
  }

  private static Message incident(String action) {
    return Message.of(
        "[FIRING:1] SharpeRatioDeclining",
        "",
        Map.of(
            "event_action", action,
            "severity", "critical",
            "dedup_key", "5f2c",
            "source", "Alertmanager",
            "custom_details.num_firing", "1"));
  }

  private static Message opsgenie() {
    return Message.of(
        "SharpeRatioDeclining",
        "Sharpe ratio of momentum is 0.9",
        Map.of("action", "create", "priority", "P1", "alias", "5f2c", "tags.0", "trading"));
  }

  private static Message telegram() {
    return Message.of("", "SharpeRatioDeclining: 0.9", Map.of("chat_id", "1"));
  }

  private static Picture picture() {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i <= 60; i++) {
      values.add(i < 50 ? 1.4 - i * 0.0201 : 1.45);
    }
    PictureLine ratio =
        new PictureLine(
            sorted("__name__", "rl_agent_sharpe_ratio", "agent", "momentum"), times(61), values);
    PictureLine steady =
        new PictureLine(
            sorted("__name__", "rl_agent_sharpe_ratio", "agent", "mean-reversion"),
            List.of(0.0, 3600.0),
            List.of(1.5, 1.5));
    PictureLine up =
        new PictureLine(
            sorted("__name__", "up", "job", "trading"),
            List.of(0.0, 1200.0, 1260.0, 1320.0, 3600.0),
            List.of(1.0, 1.0, Double.NaN, 1.0, 1.0));
    return new Picture(
        List.of(ratio, steady, up),
        0,
        List.of(
            new PictureRule(
                "SharpeRatioDeclining",
                "rules/ml.yml",
                12,
                5,
                Optional.of(new Threshold("avg_over_time(rl_agent_sharpe_ratio[1m])", "<", "1.2")),
                List.of(ratio, steady),
                0)));
  }

  private static List<Double> times(int count) {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      times.add(i * 60.0);
    }
    return times;
  }

  private static Map<String, String> sorted(String... namesAndValues) {
    Map<String, String> map = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
