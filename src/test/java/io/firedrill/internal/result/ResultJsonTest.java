package io.firedrill.internal.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.source.InputException;
import io.firedrill.internal.verdict.FailureKind;
import io.firedrill.model.AlertState;
import io.firedrill.model.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultJsonTest {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  @TempDir private Path directory;

  @Test
  void readsItsOwnOutput() throws IOException {
    SuiteResult result = new SuiteResult("Prometheus 3", List.of(file("a.yml"), file("b.yml")));

    assertThat(read(ResultJson.record(result))).isEqualTo(result);
  }

  /** Records of earlier versions have no warnings, but can still be read for durations. */
  @Test
  void doesNotRequireWarnings() throws IOException {
    String record = ResultJson.record(new SuiteResult("Prometheus 3", List.of(file("a.yml"))));
    String earlier = record.replaceAll("(?s)\"warnings\" : \\[ \\{.*?} ],", "");

    assertThat(earlier).doesNotContain("\"warnings\"").doesNotContain("two instants");
    assertThat(read(earlier).warnings()).isEmpty();
    assertThat(read(earlier).tests().map(TestResult::name)).containsExactly("a full queue");
    assertThat(read(record).warnings())
        .extracting(WarningResult::message)
        .containsExactly("\"tracing\" is left out in tests", "two instants");
  }

  @Test
  void omitsDataThatDiffersFromRunToRun() throws IOException {
    String stable = ResultJson.stable(new SuiteResult("Prometheus 3", List.of(file("a.yml"))));

    assertThat(stable).doesNotContain("extras").doesNotContain("1234");
    assertThat(read(stable).tests()).allMatch(test -> test.extras().isEmpty());
  }

  @Test
  void reportsErrorsAtTheirPositions() {
    assertThatThrownBy(() -> read("{\n  \"version\": 1,\n  nonsense"))
        .isInstanceOf(InputException.class)
        .message()
        .startsWith(
            directory.resolve("record.json") + ":3:3: error: this is not a record of a run: ")
        .endsWith("\n  hint: records are written by firedrill test --record FILE");
    assertThatThrownBy(() -> read("{}"))
        .hasMessage(
            directory.resolve("record.json")
                + ":1:1: error: this is not a record of a run: it has no \"version\"\n"
                + "  hint: records are written by firedrill test --record FILE");
    assertThatThrownBy(() -> ResultJson.read(directory.resolve("none.json")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("none.json:1:1: error: cannot read the file: it does not exist");
  }

  @Test
  void checksTheVersionFirst() {
    assertThatThrownBy(() -> read("{\"files\": 3, \"version\": 7}"))
        .hasMessage(
            directory.resolve("record.json")
                + """
                :1:25: error: this is a record of version 7, and only version 1 can be read
                    1 | {"files": 3, "version": 7}
                      |                         ^
                  hint: records are written by firedrill test --record FILE""");
  }

  /** Errors in an otherwise valid record, with their messages. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "name" : "a full queue"      | "name" : null            | /files/0/tests/0/name: expected text
          "name" : "a full queue",     |                          | /files/0/tests/0/name: expected text
          "name" : "a full queue"      | "name" : [ ]             | /files/0/tests/0/name: expected text
          "line" : 3                   | "line" : "three"         | /files/0/tests/0/line: expected a whole number, found "three"
          "line" : 3                   | "line" : null            | /files/0/tests/0/line: expected a whole number
          "verdict" : "failed"         | "verdict" : "lost"       | /files/0/tests/0/verdict: expected one of passed, failed, error, found "lost"
          "start" : "2026-03-02T08:00:00Z" | "start" : "yesterday" | /files/0/tests/0/start: expected a time such as 2026-03-02T08:00:00Z, found "yesterday"
          "end" : "2026-03-02T08:10:00Z" | "end" : "+999999999-12-31T23:59:59Z" | /files/0/tests/0/end: expected a time such as 2026-03-02T08:00:00Z, found "+999999999-12-31T23:59:59Z"
          "values" : [ "NaN", 2.0E300 ] | "values" : [ 1 ]        | 2 times, 1 values
          "values" : [ "NaN", 2.0E300 ] | "values" : [ null, 1 ]  | expected a number
          "number" : "100"             | "number" : "many"        | a threshold is a number: "many"
          "tests" : [ {                | "tests" : [ null, {      | /files/0/tests/0: expected an object
          """)
  void saysWhichMemberIsWrong(String good, String bad, String message) throws IOException {
    String record = ResultJson.record(new SuiteResult("Prometheus 3", List.of(file("a.yml"))));
    assertThat(record).contains(good);

    assertThatThrownBy(() -> read(record.replace(good, bad == null ? "" : bad)))
        .isInstanceOf(InputException.class)
        .message()
        .containsPattern("(?m)^.*record\\.json:\\d+:\\d+: error: /files/0/")
        .contains(message);
  }

  private SuiteResult read(String text) throws IOException {
    return ResultJson.read(Files.writeString(directory.resolve("record.json"), text));
  }

  private static FileResult file(String path) {
    NotificationResult notification =
        new NotificationResult(
            START.plusSeconds(90),
            90,
            "data-oncall",
            "slack",
            1,
            "firing",
            Map.of("alertname", "QueueFull"),
            List.of(
                new NotifiedAlertResult(
                    "firing", Map.of("a", "b"), Map.of("c", "d"), START, Optional.empty())),
            Optional.of(Message.of("title", "text", Map.of("channel", "#data"))),
            "{\"a\": \"\\u0000\"}");
    TestResult test =
        new TestResult(
            "a full queue",
            3,
            TestVerdict.FAILED,
            START,
            START.plusSeconds(600),
            List.of(
                new FailureResult(
                    FailureKind.ALERTS_DIFFER,
                    path,
                    7,
                    5,
                    "summary",
                    "text",
                    List.of("why"),
                    List.of(
                        new RuleTraceResult(
                            "QueueFull",
                            path,
                            2,
                            3,
                            START.plusSeconds(60),
                            60,
                            new RuleTraceResult.Part(
                                "up == 0",
                                path,
                                4,
                                11,
                                0,
                                List.of(),
                                Optional.of("no answer"),
                                List.of(
                                    new RuleTraceResult.Part(
                                        "up",
                                        path,
                                        4,
                                        11,
                                        1,
                                        List.of("up 1"),
                                        Optional.empty(),
                                        List.of()))))),
                    List.of())),
            Optional.of(new ErrorResult(path, 3, 1, "it ended")),
            List.of(
                new AlertChange(
                    START.plusSeconds(60),
                    60,
                    Map.of("alertname", "QueueFull"),
                    AlertState.INACTIVE,
                    AlertState.FIRING)),
            List.of(notification),
            List.of(
                new AttemptResult(
                    START, 0, "ops", "webhook", 0, "firing", Map.of("x", "y"), "HTTP 503")),
            List.of(
                new FailedNotificationResult(
                    START, 0, "ops", "webhook", 0, Map.of("x", "y"), "template: no such field")),
            List.of(new ServerWarningResult(START, 0, "alertmanager", "a new parser")),
            List.of(new ActionResult(START, 0, "silence", "silenced")),
            List.of(new WarningResult(path, 9, 5, "two instants", "two instants, in full")),
            Optional.of(
                new Extras(1234, "it ended, in full", Optional.of(picture()), Optional.empty())));
    WarningResult warning =
        new WarningResult("am.yml", 2, 1, "\"tracing\" is left out in tests", "in full");
    return new FileResult(path, List.of(warning), List.of(test));
  }

  private static Picture picture() {
    PictureLine line =
        new PictureLine(
            Map.of("__name__", "queue_length"), List.of(0.0, 60.5), List.of(Double.NaN, 2e300));
    return new Picture(
        List.of(line),
        2,
        List.of(
            new PictureRule(
                "QueueFull",
                "rules.yml",
                4,
                3,
                Optional.of(new PictureRule.Threshold("queue_length", ">", "100")),
                List.of(line),
                1),
            new PictureRule("Other", "rules.yml", 9, 3, Optional.empty(), List.of(), 0)));
  }
}
