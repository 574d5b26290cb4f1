package io.firedrill.internal.cli;

import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.cli.RouteTests.Reached;
import io.firedrill.internal.verdict.Counts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * All routes, and which tests reach each of them.
 *
 * @param servers the servers that ran the tests
 * @param root the routes
 * @param tests the tests; if there are none, the routes are shown alone
 */
record RouteTree(String servers, Route root, RouteTests tests) {

  private static final String INDENT = "  ";

  Stream<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(servers);
    add(root, "", lines);
    if (tests.tests().isEmpty()) {
      lines.add(
          "no scenario uses this configuration, so it is unknown which of its routes are "
              + "reached");
    } else {
      long missed = root.all().filter(r -> !isReached(r)).count();
      lines.add(
          "%s, %s; not reached: %d"
              .formatted(
                  Counts.of((int) root.all().count(), "route"),
                  Counts.of(tests.tests().size(), "test"),
                  missed));
    }
    return lines.stream();
  }

  private void add(Route route, String indent, List<String> lines) {
    lines.add(indent + RouteText.title(route));
    lines.add(indent + INDENT + INDENT + RouteText.settings(route));
    if (!tests.tests().isEmpty()) {
      reach(route).forEach(line -> lines.add(indent + INDENT + INDENT + line));
    }
    route.children().forEach(child -> add(child, indent + INDENT, lines));
  }

  private List<String> reach(Route route) {
    List<Reached> reached = tests.at(route).toList();
    if (reached.isEmpty()) {
      long through = tests.through(route);
      return List.of(
          through == 0
              ? "NOT REACHED by any test"
              : "reached only on the way to routes below, by " + Counts.of((int) through, "test"));
    }
    return reached.stream()
        .map(
            t ->
                "%s, %s: %s:%d  %s"
                    .formatted(
                        Counts.of(t.reach().alertsAt(route), "alert"),
                        Counts.of(t.reach().notificationsOf(route), "notification"),
                        t.position().file(),
                        t.position().line(),
                        t.name()))
        .toList();
  }

  private boolean isReached(Route route) {
    return tests.at(route).findAny().isPresent() || tests.through(route) > 0;
  }

  Stream<String> json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("version", 1);
    all.put("servers", servers);
    all.put("route", json(root));
    return Stream.of(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all));
  }

  private Map<String, Object> json(Route route) {
    Map<String, Object> node = RouteText.json(route);
    node.put("tests", tests.at(route).map(t -> json(route, t)).toList());
    node.put("tests_through", tests.through(route));
    node.put("routes", route.children().stream().map(this::json).toList());
    return node;
  }

  private static Map<String, Object> json(Route route, Reached test) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("name", test.name());
    node.put("file", test.position().file().toString());
    node.put("line", test.position().line());
    node.put("alerts", test.reach().alertsAt(route));
    node.put("notifications", test.reach().notificationsOf(route));
    return node;
  }
}
