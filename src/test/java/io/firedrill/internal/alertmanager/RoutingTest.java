package io.firedrill.internal.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.alertmanager.Integration.Ends;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Position;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTest {

  private static final String CONFIG =
      """
      global: {resolve_timeout: 5m}
      route:
        receiver: root
        group_by: [alertname]
        group_wait: 10s
        routes:
        - matchers: [team="db", severity=~"page|wake"]
          receiver: db
          group_by: ['...']
          group_interval: 1m
          mute_time_intervals: [nights]
          continue: true
          routes:
          - match: {zone: lab}
            match_re: {host: 'a.*'}
            repeat_interval: 1d
        - matchers: ['{ "label name"!="x", other!~y }']
          group_by: []
      inhibit_rules:
      - source_match: {alertname: Down}
        target_match_re: {severity: warn.*}
        equal: [zone]
      - source_matchers: [a="1"]
        target_matchers: [a=~".+"]
      time_intervals:
      - name: nights
        time_intervals: [{times: [{start_time: '00:00', end_time: '06:00'}]}]
      mute_time_intervals:
      - {name: days, time_intervals: []}
      receivers:
      - name: root
        slack_configs: [{channel: '#a'}, {channel: '#b', send_resolved: true}]
      - name: db
        webhook_configs:
        - url: http://localhost/
        - {url: 'http://localhost/', send_resolved: false}
      """;

  @TempDir private Path directory;

  private Routing read(String text) {
    try {
      return Routing.read(Files.writeString(directory.resolve("routes.yml"), text), "0.30.1");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Position at(int line, int column) {
    return new Position(directory.resolve("routes.yml"), line, column);
  }

  @Test
  void routesInheritEverythingExceptTimeIntervals() {
    Route root = read(CONFIG).root();
    Route db = root.children().get(0);
    Route lab = db.children().get(0);
    Route other = root.children().get(1);

    assertThat(root.all()).containsExactly(root, db, lab, other);
    assertThat(root.position()).isEqualTo(at(3, 3));
    assertThat(root.matchersText()).isEqualTo("{}");
    assertThat(root.groupInterval()).isEqualTo(Duration.ofMinutes(5));
    assertThat(root.repeatInterval()).isEqualTo(Duration.ofHours(4));
    assertThat(db.position()).isEqualTo(at(7, 5));
    assertThat(db.matchersText()).isEqualTo("{team=\"db\", severity=~\"page|wake\"}");
    assertThat(db.muteTimeIntervals()).containsExactly("nights");
    assertThat(db.next()).isEqualTo(Route.Next.CONTINUE);
    assertThat(lab.matchersText()).isEqualTo("{zone=\"lab\", host=~\"a.*\"}");
    assertThat(lab.receiver()).isEqualTo("db");
    assertThat(lab.groupBy()).isEqualTo(new GroupBy(List.of("...")));
    assertThat(lab.groupWait()).isEqualTo(Duration.ofSeconds(10));
    assertThat(lab.groupInterval()).isEqualTo(Duration.ofMinutes(1));
    assertThat(lab.repeatInterval()).isEqualTo(Duration.ofDays(1));
    assertThat(lab.muteTimeIntervals()).isEmpty();
    assertThat(lab.next()).isEqualTo(Route.Next.STOP);
    assertThat(other.matchersText()).isEqualTo("{\"label name\"!=\"x\", other!~\"y\"}");
    assertThat(other.receiver()).isEqualTo("root");
    assertThat(other.groupBy()).isEqualTo(new GroupBy(List.of("alertname")));
  }

  @ParameterizedTest
  @CsvSource({
    "'team=db,severity=page,other=y', 7",
    "'team=db,severity=page,zone=lab,host=ab,other=y', 14",
    "'team=db,severity=pages,other=y', 3",
    "'team=db,severity=wake', 7 17",
    "'label name=x', 3",
    "'', 17",
  })
  void alertsGoToTheDeepestRoutesThatMatch(String labels, String lines) {
    Labels alert = Labels.empty();
    for (String label : labels.isEmpty() ? new String[0] : labels.split(",")) {
      alert = alert.with(label.split("=")[0], label.split("=")[1]);
    }

    assertThat(read(CONFIG).root().taken(alert))
        .extracting(way -> way.route().position().line())
        .containsExactly(
            List.of(lines.split(" ")).stream().map(Integer::valueOf).toArray(Integer[]::new));
  }

  @Test
  void pathsStartAtTheRoot() {
    Route root = read(CONFIG).root();
    Labels alert =
        Labels.of("team", "db", "severity", "page", "zone", "lab", "host", "ab", "other", "y");

    Route db = root.children().get(0);
    assertThat(root.taken(alert))
        .containsExactly(new Route.Path(List.of(root, db, db.children().get(0))));
    assertThat(db.unmatched(Labels.of("team", "db")))
        .containsExactly(new LabelMatcher("severity", LabelMatcher.Operator.MATCHES, "page|wake"));
  }

  @Test
  void inhibitionRulesMatchBothSides() {
    List<InhibitRule> rules = read(CONFIG).inhibitRules();
    Labels down = Labels.of("alertname", "Down", "zone", "a");
    Labels warning = Labels.of("severity", "warning", "zone", "a");

    assertThat(rules).extracting(InhibitRule::position).containsExactly(at(20, 3), at(23, 3));
    assertThat(rules.get(0).inhibits(down, warning)).isTrue();
    assertThat(rules.get(0).inhibits(down, warning.with("zone", "b"))).isFalse();
    assertThat(rules.get(0).inhibits(down.without("zone"), warning.without("zone"))).isTrue();
    assertThat(rules.get(0).inhibits(warning, down)).isFalse();
    // Two alerts that are both source and target.
    assertThat(rules.get(1).inhibits(Labels.of("a", "1", "b", "1"), Labels.of("a", "1"))).isFalse();
    assertThat(rules.get(1).inhibits(Labels.of("a", "1"), Labels.of("a", "2"))).isTrue();
  }

  @Test
  void timeIntervalsAndIntegrationsHavePositions() {
    Routing routing = read(CONFIG);

    assertThat(routing.timeIntervals())
        .containsExactly(
            new TimeInterval("days", at(29, 3)), new TimeInterval("nights", at(26, 3)));
    assertThat(routing.integrations())
        .containsExactly(
            new Integration("root", "slack", at(32, 19), Ends.NOT_TOLD_BY_DEFAULT),
            new Integration("root", "slack", at(32, 36), Ends.TOLD),
            new Integration("db", "webhook", at(35, 5), Ends.TOLD),
            new Integration("db", "webhook", at(36, 5), Ends.NOT_TOLD));
  }

  @Test
  void unexpectedValuesAreReportedAtTheirPositions() {
    assertThatThrownBy(() -> read("route: {receiver: a, routes: [{matchers: ['a b']}]}"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            """
            %s/routes.yml:1:46: error: expected "=", "!=", "=~" or "!~" after the label name, \
            found "b"
                1 | route: {receiver: a, routes: [{matchers: ['a b']}]}
                  |                                              ^"""
                .formatted(directory));
    assertThatThrownBy(() -> read("receivers: []"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("\"route\" is missing in an Alertmanager configuration");
  }
}
