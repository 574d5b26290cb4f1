package io.firedrill.internal.cli;

import io.firedrill.internal.alertmanager.AlertmanagerView;
import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.verdict.Counts;
import io.firedrill.model.Labels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The routing of an alert: as Firedrill computes it, and as a real Alertmanager reports it.
 *
 * @param servers a description of the servers
 * @param alert the alert's labels
 * @param ways the routes that it takes, each with its parents
 * @param reported receivers and group labels as Alertmanager reports them, sorted
 */
record RoutedAlert(String servers, Labels alert, List<Route.Path> ways, List<String> reported) {

  static RoutedAlert of(String servers, Labels alert, Route root, AlertmanagerView view) {
    return new RoutedAlert(
        servers,
        alert,
        root.taken(alert),
        view.groups().stream().map(g -> group(g.receiver(), g.labels())).sorted().toList());
  }

  private static String group(String receiver, Labels labels) {
    return receiver + ", group " + labels;
  }

  private List<String> read() {
    return ways.stream().map(w -> group(w.route().receiver(), groupLabels(w))).sorted().toList();
  }

  private Labels groupLabels(Route.Path way) {
    return way.route().groupBy().groupLabels(alert);
  }

  /** Whether Firedrill and Alertmanager agree. */
  boolean agrees() {
    return read().equals(reported);
  }

  Stream<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(servers);
    lines.add(alert + " takes " + Counts.of(ways.size(), "route"));
    for (Route.Path way : ways) {
      lines.add("to receiver " + way.route().receiver() + ", group " + groupLabels(way));
      String indent = "  ";
      for (Route route : way.routes()) {
        lines.add(indent + RouteText.title(route));
        indent += "  ";
      }
      lines.add(indent + RouteText.settings(way.route()));
    }
    if (agrees()) {
      lines.add("Alertmanager routes it the same way");
    } else {
      lines.add("Alertmanager routes it differently, which is a bug in Firedrill:");
      reported.forEach(line -> lines.add("  to receiver " + line));
    }
    return lines.stream();
  }

  Stream<String> json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("version", 1);
    all.put("servers", servers);
    all.put("labels", alert.asMap());
    all.put("ways", ways.stream().map(this::json).toList());
    all.put("alertmanager_agrees", agrees());
    return Stream.of(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all));
  }

  private Map<String, Object> json(Route.Path way) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("receiver", way.route().receiver());
    node.put("group_labels", groupLabels(way).asMap());
    node.put("routes", way.routes().stream().map(RouteText::json).toList());
    return node;
  }
}
