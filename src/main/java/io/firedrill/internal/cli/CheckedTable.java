package io.firedrill.internal.cli;

import io.firedrill.internal.run.RoutedRows.Muted;
import io.firedrill.internal.run.RoutedRows.Way;
import io.firedrill.internal.scenario.RouteExpectation;
import io.firedrill.internal.suite.RouteRowCheck;
import io.firedrill.internal.verdict.Counts;
import io.firedrill.internal.verdict.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table of alerts and receivers, checked with a real Alertmanager.
 *
 * @param servers a description of the servers
 * @param rows the rows
 * @param ways where Alertmanager sends the alert of each row
 * @param failures the rows that differ
 */
record CheckedTable(
    String servers, List<RouteExpectation> rows, List<List<Way>> ways, List<Failure> failures) {

  static CheckedTable of(String servers, List<RouteExpectation> rows, List<List<Way>> ways) {
    return new CheckedTable(servers, rows, ways, RouteRowCheck.failures(rows, ways));
  }

  Stream<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(servers);
    failures.forEach(failure -> lines.addAll(failure.text().lines().toList()));
    lines.add(
        Counts.of(rows.size(), "row")
            + (failures.isEmpty()
                ? ", all as expected"
                : ", " + failures.size() + " not as expected"));
    return lines.stream();
  }

  Stream<String> json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("version", 1);
    all.put("servers", servers);
    List<Object> nodes = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      nodes.add(json(rows.get(i), ways.get(i)));
    }
    all.put("rows", nodes);
    return Stream.of(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all));
  }

  private Map<String, Object> json(RouteExpectation row, List<Way> its) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("file", row.position().file().toString());
    node.put("line", row.position().line());
    node.put("labels", row.labels().asMap());
    row.at().ifPresent(at -> node.put("at", at.toString()));
    node.put("ways", its.stream().map(CheckedTable::json).toList());
    List<String> messages =
        failures.stream()
            .filter(f -> f.position().equals(row.position()))
            .map(Failure::summary)
            .toList();
    node.put("as_expected", messages.isEmpty());
    if (!messages.isEmpty()) {
      node.put("message", messages.get(0));
    }
    return node;
  }

  private static Map<String, Object> json(Way way) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("receiver", way.receiver());
    node.put("group_labels", way.groupLabels().asMap());
    node.put("muted", way.muted() == Muted.YES);
    way.route().ifPresent(route -> node.put("route", RouteText.json(route)));
    return node;
  }
}
