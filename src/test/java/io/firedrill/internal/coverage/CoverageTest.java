package io.firedrill.internal.coverage;

import static io.firedrill.internal.coverage.CoverageState.FIRED;
import static io.firedrill.internal.coverage.CoverageState.INHIBITED;
import static io.firedrill.internal.coverage.CoverageState.MATCHED;
import static io.firedrill.internal.coverage.CoverageState.NOTIFIED;
import static io.firedrill.internal.coverage.CoverageState.PENDING;
import static io.firedrill.internal.coverage.CoverageState.QUIET;
import static io.firedrill.internal.coverage.CoverageState.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.source.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTest {

  private static final CoverageItem FULL =
      new CoverageItem(
          CoverageKind.ALERT, "QueueFull", Map.of("team", "data"), "rules/queue.yml", 4);
  private static final CoverageItem SLOW =
      new CoverageItem(CoverageKind.ALERT, "QueueSlow", Map.of(), "rules/queue.yml", 9);
  private static final CoverageItem ROUTE =
      new CoverageItem(CoverageKind.ROUTE, "data {team=\"data\"}", Map.of(), "rules/routes.yml", 5);
  private static final CoverageItem DATA =
      new CoverageItem(CoverageKind.RECEIVER, "data", Map.of(), "rules/routes.yml", 12);
  private static final CoverageItem INHIBITION =
      new CoverageItem(
          CoverageKind.INHIBITION, "{a=\"b\"} inhibits {c=\"d\"}", Map.of(), "rules/routes.yml", 9);

  private static final Set<CoverageState> ALL = EnumSet.of(PENDING, FIRED, RESOLVED, QUIET);

  private static final TestCoverage FIRST =
      test("a.yml:3  a full queue", entry(FULL, ALL, PENDING, FIRED), route(MATCHED, NOTIFIED));
  private static final TestCoverage SECOND =
      test("b.yml:7  an empty queue", entry(FULL, ALL, QUIET), route());
  private static final TestCoverage THIRD =
      test(
          "com.example.QueueTest  slow",
          entry(FULL, ALL, FIRED, RESOLVED),
          entry(SLOW, EnumSet.of(FIRED, RESOLVED), FIRED),
          route(MATCHED),
          entry(INHIBITION, EnumSet.of(INHIBITED)));

  private static final Coverage ALL_THREE = Coverage.of(List.of(THIRD, FIRST, SECOND));

  @TempDir private Path directory;

  private static TestCoverage test(String name, CoverageResult.Entry... entries) {
    return new TestCoverage(name, new CoverageResult(List.of(entries)));
  }

  private static CoverageResult.Entry entry(
      CoverageItem item, Set<CoverageState> states, CoverageState... seen) {
    return new CoverageResult.Entry(item, states, Set.of(seen));
  }

  private static CoverageResult.Entry route(CoverageState... seen) {
    return entry(ROUTE, EnumSet.of(MATCHED, NOTIFIED), seen);
  }

  @Test
  void isMergedInAnyOrder() {
    assertThat(Coverage.of(List.of(FIRST, SECOND, THIRD))).isEqualTo(ALL_THREE);
    assertThat(ALL_THREE.tests()).isEqualTo(3);
    assertThat(ALL_THREE.lines().get(0))
        .isEqualTo(
            new CoverageLine(
                FULL,
                Map.of(
                    PENDING, List.of("a.yml:3  a full queue"),
                    FIRED, List.of("a.yml:3  a full queue", "com.example.QueueTest  slow"),
                    RESOLVED, List.of("com.example.QueueTest  slow"),
                    QUIET, List.of("b.yml:7  an empty queue")),
                Map.of()));
  }

  @Test
  void isShownAsATable() {
    assertThat(String.join("\n", CoverageText.lines(ALL_THREE)))
        .isEqualTo(
            """
            coverage of 3 tests
                                items  states   covered
              alerting rules        2       6    83.3 %
              recording rules       0       0         -
              routes                1       2   100.0 %
              receivers             0       0         -
              inhibition rules      1       1     0.0 %
              time intervals        0       0         -
              all                   4       9    77.7 %
            not covered:
              rules/queue.yml:9  alerting rule QueueSlow: never resolved
              rules/routes.yml:9  inhibition rule {a="b"} inhibits {c="d"}: never inhibited an alert""");
  }

  @Test
  void isOneLineOfMarkdown() {
    assertThat(CoverageText.markdown(ALL_THREE))
        .isEqualTo(
            "**Coverage** 77.7 % (alerting rules 83.3 %, routes 100.0 %, inhibition rules 0.0 %),"
                + " not covered: 2");
  }

  @Test
  void isJson() {
    Coverage one = Coverage.of(List.of(test("a.yml:3  a", entry(DATA, EnumSet.of(NOTIFIED)))));

    assertThat(CoverageJson.of(one))
        .startsWith(
            """
            {
              "version" : 1,
              "tests" : 1,
              "percent" : 0.0,
              "kinds" : {
                "alert" : {
                  "items" : 0,
                  "states" : 0,
                  "covered" : 0,
                  "percent" : 100.0
                },
            """)
        .endsWith(
            """
              "items" : [ {
                "kind" : "receiver",
                "name" : "data",
                "labels" : { },
                "file" : "rules/routes.yml",
                "line" : 12,
                "tests" : {
                  "notified" : [ ]
                },
                "missing" : [ "notified" ],
                "exempt" : { }
              } ]
            }
            """);
  }

  @Test
  void failsBelowTheMinimum() {
    assertThat(CoverageMinimum.parse("70,rules=100,routes=100,inhibitions=1").failures(ALL_THREE))
        .containsExactly(
            "coverage of rules is 83.3 %, less than 100 %:",
            "  rules/queue.yml:9  alerting rule QueueSlow: never resolved",
            "coverage of inhibitions is 0.0 %, less than 1 %:",
            "  rules/routes.yml:9  inhibition rule {a=\"b\"} inhibits {c=\"d\"}: never inhibited an"
                + " alert");
    assertThat(CoverageMinimum.parse("77.8").failures(ALL_THREE).get(0))
        .isEqualTo("coverage is 77.7 %, less than 77.8 %:");
    assertThat(CoverageMinimum.parse("77.7,intervals=100").failures(ALL_THREE)).isEmpty();
  }

  @Test
  void isUnknownWithoutRules() {
    assertThat(CoverageMinimum.parse("0").failures(Coverage.of(List.of())))
        .containsExactly("coverage is unknown: no completed test has rules");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          all           | expected a percentage from 0 to 100, as in 100 or rules=100,routes=90: "all"
          101           | expected a percentage from 0 to 100, as in 100 or rules=100,routes=90: "101"
          rules=        | expected a percentage from 0 to 100, as in 100 or rules=100,routes=90: ""
          rules=5,      | expected a percentage from 0 to 100, as in 100 or rules=100,routes=90: ""
          ruls=100      | there is no coverage of "ruls": did you mean "rules"?
          pages=100     | there is no coverage of "pages": expected one of all, rules, alerts, recordings, routes, receivers, inhibitions, intervals
          80,all=90     | the coverage of "all" is given twice
          """)
  void refusesAnInvalidMinimum(String text, String message) {
    assertThatThrownBy(() -> CoverageMinimum.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void isNotRequiredForExemptItems() throws IOException {
    Exemptions exemptions =
        exemptions(
            """
            exemptions:
            - kind: alert
              name: QueueSlow
              states: [resolved]
              reason: it is removed next week
            - {kind: inhibition, name: '/.*inhibits.*/', reason: there is no such source yet}
            """);
    exemptions.requireNeeded(ALL_THREE);
    Coverage coverage = exemptions.applyTo(ALL_THREE);

    assertThat(CoverageMinimum.parse("100").failures(coverage)).isEmpty();
    assertThat(CoverageText.lines(coverage))
        .contains(
            "  alerting rules        2       5   100.0 %",
            "  all                   4       7   100.0 %",
            "exempt:",
            "  rules/queue.yml:9  alerting rule QueueSlow: never resolved (it is removed next week)")
        .doesNotContain("not covered:");
  }

  @Test
  void refusesUnnecessaryExemptions() throws IOException {
    Exemptions exemptions =
        exemptions(
            """
            exemptions:
            - {kind: alert, name: QueueSlo, reason: it is slow}
            - {kind: alert, name: QueueFull, labels: {team: ops}, reason: it is full}
            - {kind: alert, name: QueueFull, labels: {team: data}, reason: it is full}
            - {kind: alert, name: QueueSlow, states: [fired, resolved, quiet], reason: it is slow}
            """);

    assertThatThrownBy(() -> exemptions.requireNeeded(ALL_THREE))
        .isInstanceOf(InputException.class)
        .hasMessage(
            """
            %1$s:2:23: error: no alerting rule matches this exemption
                2 | - {kind: alert, name: QueueSlo, reason: it is slow}
                  |                       ^^^^^^^^
              hint: did you mean "QueueSlow"?

            %1$s:3:23: error: no alerting rule matches this exemption
                3 | - {kind: alert, name: QueueFull, labels: {team: ops}, reason: it is full}
                  |                       ^^^^^^^^^
              hint: items with this name have other labels

            %1$s:4:23: error: alerting rule QueueFull needs no exemption: it is covered
                4 | - {kind: alert, name: QueueFull, labels: {team: data}, reason: it is full}
                  |                       ^^^^^^^^^
              hint: remove it

            %1$s:5:43: error: "fired" needs no exemption: it is covered
                5 | - {kind: alert, name: QueueSlow, states: [fired, resolved, quiet], reason: it is slow}
                  |                                           ^^^^^
              hint: remove it

            %1$s:5:60: error: "quiet" is not counted for this
                5 | - {kind: alert, name: QueueSlow, states: [fired, resolved, quiet], reason: it is slow}
                  |                                                            ^^^^^
              hint: remove it"""
                .formatted(directory.resolve("exemptions.yml")));
  }

  @Test
  void reportsErrorsInExemptions() {
    assertThatThrownBy(
            () ->
                exemptions(
                    """
                    exemptions:
                    - {kind: alrt, name: a, reason: b}
                    - {kind: route, name: '/(/', states: [firing], reson: c}
                    """))
        .isInstanceOf(InputException.class)
        .hasMessage(
            """
            %1$s:2:10: error: there is no kind "alrt"
                2 | - {kind: alrt, name: a, reason: b}
                  |          ^^^^
              hint: did you mean "alert"?

            %1$s:3:3: error: "reason" is missing in an exemption
                3 | - {kind: route, name: '/(/', states: [firing], reson: c}
                  |   ^

            %1$s:3:23: error: not a regular expression: Unclosed group
                3 | - {kind: route, name: '/(/', states: [firing], reson: c}
                  |                       ^^^^^

            %1$s:3:39: error: there is no state "firing"
                3 | - {kind: route, name: '/(/', states: [firing], reson: c}
                  |                                       ^^^^^^
              hint: one of: pending, fired, resolved, quiet, recorded, matched, notified, inhibited, muted, let-pass

            %1$s:3:48: error: unknown key "reson" in an exemption
                3 | - {kind: route, name: '/(/', states: [firing], reson: c}
                  |                                                ^^^^^
              hint: did you mean "reason"?"""
                .formatted(directory.resolve("exemptions.yml")));
  }

  private Exemptions exemptions(String text) throws IOException {
    return Exemptions.read(Files.writeString(directory.resolve("exemptions.yml"), text));
  }
}
