package io.firedrill.internal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GapsTest {

  private static final String AM = "rules/am.yml";
  private static final Set<CoverageState> ROUTE =
      EnumSet.of(CoverageState.MATCHED, CoverageState.NOTIFIED);

  private final List<CoverageResult.Entry> entries = new ArrayList<>();
  private int line = 10;

  @Test
  void ofASubtreeOfRoutesAreOne() {
    route("all", CoverageState.MATCHED, CoverageState.NOTIFIED);
    route("a {team=\"a\"}");
    route("a-night {team=\"a\"} {time=\"night\"}");
    route("b {team=\"b\"}", CoverageState.MATCHED);
    route("b {team=\"b\"} {x=\"y\"}");
    receiver("all", CoverageState.NOTIFIED);
    receiver("a");
    receiver("a-night");
    receiver("b");
    receiver("nobody");

    assertThat(lines())
        .containsExactly(
            "not covered:",
            "  rules/am.yml:11  route a {team=\"a\"}: never matched by an alert that fired, never"
                + " notified (and 1 route below it, 2 receivers)",
            "  rules/am.yml:13  route b {team=\"b\"}: never notified (and 1 receiver)",
            "  rules/am.yml:14  route b {team=\"b\"} {x=\"y\"}: never matched by an alert that fired,"
                + " never notified",
            "  rules/am.yml:19  receiver nobody: never notified");
  }

  @Test
  void ofSixtyReceiversTheTenThatMatterMostComeFirst() {
    route("all", CoverageState.MATCHED, CoverageState.NOTIFIED);
    for (int team = 1; team <= 6; team++) {
      route(
          "team" + team + " {team=\"" + team + "\"}",
          CoverageState.MATCHED,
          CoverageState.NOTIFIED);
      for (int i = 1; i < 10; i++) {
        route("team" + team + "-" + i + " {team=\"" + team + "\"} {i=\"" + i + "\"}");
      }
    }
    route("team7 {team=\"7\"}");
    route("team7-1 {team=\"7\"} {i=\"1\"}");
    for (int team = 1; team <= 6; team++) {
      for (int i = 1; i < 10; i++) {
        receiver("team" + team + "-" + i);
      }
    }
    receiver("team7");
    receiver("team7-1");
    alert("Slow", "warning", CoverageState.PENDING);
    alert("Down", "critical", CoverageState.PENDING);
    alert("Late", "critical", CoverageState.PENDING, CoverageState.FIRED);

    List<String> lines = lines();

    assertThat(lines)
        .hasSize(14)
        .startsWith(
            "not covered: 58 gaps; those that matter most:",
            "  rules/a.yml:3  alerting rule Down: never fired, never resolved",
            "  rules/am.yml:71  route team7 {team=\"7\"}: never matched by an alert that fired, never"
                + " notified (and 1 route below it, 2 receivers)",
            "  rules/am.yml:12  route team1-1 {team=\"1\"} {i=\"1\"}: never matched by an alert that"
                + " fired, never notified (and 1 receiver)")
        .endsWith(
            "the others, by file:",
            "  rules/a.yml  2 alerting rules: Late (line 3), Slow (line 3)",
            "  rules/am.yml  46 routes: team1-9 {team=\"1\"} {i=\"9\"} (line 20), team2-1 {team=\"2\"}"
                + " {i=\"1\"} (line 22), team2-2 {team=\"2\"} {i=\"2\"} (line 23) and 43 more");
  }

  @Test
  void ofSeveralScopesAreListedOnce() {
    route("a {team=\"a\"}");
    receiver("a");
    Coverage coverage = coverage();

    assertThat(CoverageMinimum.parse("100,routes=100,receivers=100").failures(coverage))
        .containsExactly(
            "coverage is 0.0 %, less than 100 %:",
            "  rules/am.yml:10  route a {team=\"a\"}: never matched by an alert that fired, never"
                + " notified (and 1 receiver)",
            "coverage of routes is 0.0 %, less than 100 %",
            "coverage of receivers is 0.0 %, less than 100 %");
    assertThat(CoverageMinimum.parse("receivers=100").failures(coverage))
        .containsExactly(
            "coverage of receivers is 0.0 %, less than 100 %:",
            "  rules/am.yml:10  route a {team=\"a\"}: never matched by an alert that fired, never"
                + " notified (and 1 receiver)");
  }

  private List<String> lines() {
    return Gaps.of(coverage().lines()).lines();
  }

  private Coverage coverage() {
    return Coverage.of(List.of(new TestCoverage("a test", new CoverageResult(entries))));
  }

  private void route(String name, CoverageState... seen) {
    add(CoverageKind.ROUTE, name, ROUTE, seen);
  }

  private void receiver(String name, CoverageState... seen) {
    add(CoverageKind.RECEIVER, name, EnumSet.of(CoverageState.NOTIFIED), seen);
  }

  private void alert(String name, String severity, CoverageState... seen) {
    CoverageItem item =
        new CoverageItem(CoverageKind.ALERT, name, Map.of("severity", severity), "rules/a.yml", 3);
    Set<CoverageState> states =
        EnumSet.of(CoverageState.PENDING, CoverageState.FIRED, CoverageState.RESOLVED);
    entries.add(new CoverageResult.Entry(item, states, Set.of(seen)));
  }

  private void add(
      CoverageKind kind, String name, Set<CoverageState> states, CoverageState... seen) {
    entries.add(
        new CoverageResult.Entry(
            new CoverageItem(kind, name, Map.of(), AM, line++), states, Set.of(seen)));
  }
}
