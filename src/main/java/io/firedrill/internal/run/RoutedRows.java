package io.firedrill.internal.run;

import io.firedrill.internal.alertmanager.AlertmanagerApi;
import io.firedrill.internal.alertmanager.AlertmanagerConfig;
import io.firedrill.internal.alertmanager.AlertmanagerException;
import io.firedrill.internal.alertmanager.AlertmanagerView.ViewedGroup;
import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.Server;
import io.firedrill.internal.scenario.RouteExpectation;
import io.firedrill.internal.settings.ServerFlags;
import io.firedrill.model.Labels;
import io.firedrill.model.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sends the alerts of a table to one real Alertmanager, and returns where each of them goes. */
public final class RoutedRows {

  private static final String ROW = AlertmanagerConfig.rowLabel();
  private static final Duration WAIT = Duration.ofSeconds(1);
  private static final Duration LEAD = Duration.ofMinutes(1);

  /** Groups are flushed a moment after the time, which may be the boundary of an interval. */
  private static final Duration AFTER = Duration.ofMillis(20);

  private static final Instant STANDARD = Instant.parse("1970-01-02T00:00:00Z");

  private final Run run;
  private final List<RouteExpectation> rows;
  private final Map<Integer, List<ViewedGroup>> groups = new HashMap<>();
  private final Map<Integer, Set<String>> notified = new HashMap<>();

  private RoutedRows(Run run, List<RouteExpectation> rows) {
    this.run = run;
    this.rows = List.copyOf(rows);
  }

  /**
   * Where an alert goes, as Alertmanager reports it.
   *
   * @param receiver the receiver's name
   * @param groupLabels the labels of its group
   * @param muted whether a time interval mutes it at the row's time
   * @param route the route that leads there; empty if Firedrill does not know it
   */
  public record Way(String receiver, Labels groupLabels, Muted muted, Optional<Route> route) {}

  /** Whether a notification is muted. */
  public enum Muted {
    /** It is not, or no time is given. */
    NO,
    /** It is. */
    YES
  }

  /**
   * Asks one Alertmanager about all rows.
   *
   * @return the ways of each row, in their order
   * @throws io.firedrill.internal.source.InputException if Alertmanager refuses the configuration
   * @throws AlertmanagerException if it refuses an alert
   * @throws io.firedrill.internal.rig.RigException if no servers can be started
   */
  public static List<List<Way>> ask(
      RigFactory rigs, ServerFlags flags, AlertmanagerConfig config, List<RouteExpectation> rows) {
    Instant start =
        rows.stream()
            .flatMap(row -> row.at().stream())
            .min(Instant::compareTo)
            .map(first -> first.minus(LEAD))
            .orElse(STANDARD);
    RunSpec spec =
        RunSpec.of(
            RunOptions.STANDARD.withFlags(flags).withStart(start),
            new TestedFiles(List.of(), Optional.of(config), List.of()));
    try (Run run = Run.boot(rigs, spec)) {
      String version = run.servers().rig().version(Server.ALERTMANAGER);
      run.load();
      run.load(config.forRows(version));
      RoutedRows routed = new RoutedRows(run, rows);
      routed.sendAll();
      return routed.ways(config.routing(version).root());
    }
  }

  private void sendAll() {
    SortedMap<Instant, List<Integer>> byTime = new TreeMap<>();
    List<Integer> untimed = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      int row = i;
      rows.get(i)
          .at()
          .ifPresentOrElse(
              at -> byTime.computeIfAbsent(at, any -> new ArrayList<>()).add(row),
              () -> untimed.add(row));
    }
    if (!untimed.isEmpty()) {
      send(untimed);
    }
    if (byTime.isEmpty()) {
      return;
    }
    // Servers cost time while nothing happens, so they do not run from one instant to the next.
    run.stop(Server.PROMETHEUS);
    byTime.forEach(
        (at, some) -> {
          Instant sent = at.minus(WAIT).plus(AFTER);
          if (at.isAfter(run.now().plus(LEAD))) {
            run.stop(Server.ALERTMANAGER);
            run.runTo(sent);
            run.startAgain(Server.ALERTMANAGER);
          }
          run.runTo(sent);
          send(some);
          run.runTo(at.plus(AFTER).plus(AFTER));
        });
    for (Notification notification : run.timeline(List.of()).notifications()) {
      String row = notification.groupLabels().get(ROW).orElse(null);
      if (row != null && notification.status().equals("firing")) {
        notified
            .computeIfAbsent(Integer.parseInt(row), any -> new HashSet<>())
            .add(key(notification.receiver(), notification.groupLabels()));
      }
    }
  }

  private void send(List<Integer> some) {
    Instant now = run.now();
    AlertmanagerApi api =
        AlertmanagerApi.at(run.servers().rig().address(Server.ALERTMANAGER).orElseThrow());
    api.post(
        some.stream().map(row -> numbered(rows.get(row).labels(), row)).toList(),
        now,
        now.plus(WAIT).plusSeconds(1));
    // The API answers before the alerts have their groups.
    run.servers().rig().clock().advanceTo(run.servers().rig().clock().now());
    Set<Integer> sent = Set.copyOf(some);
    for (ViewedGroup group : run.servers().alertmanagerView().orElseThrow().groups()) {
      String row = group.labels().get(ROW).orElse(null);
      if (row != null && sent.contains(Integer.parseInt(row))) {
        groups.computeIfAbsent(Integer.parseInt(row), any -> new ArrayList<>()).add(group);
      }
    }
  }

  private static Labels numbered(Labels labels, int row) {
    Map<String, String> all = new LinkedHashMap<>(labels.asMap());
    all.put(ROW, Integer.toString(row));
    return Labels.copyOf(all);
  }

  private static String key(String receiver, Labels groupLabels) {
    return receiver + groupLabels;
  }

  private List<List<Way>> ways(Route root) {
    List<List<Way>> all = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      int row = i;
      List<Route> routes =
          new ArrayList<>(
              root.taken(rows.get(i).labels()).stream().map(Route.Path::route).toList());
      all.add(
          groups.getOrDefault(i, List.of()).stream()
              .map(group -> way(row, group, routes))
              .toList());
    }
    return all;
  }

  private Way way(int row, ViewedGroup group, List<Route> routes) {
    Labels labels = group.labels().filter(name -> !name.equals(ROW));
    Optional<Route> route =
        routes.stream()
            .filter(r -> r.receiver().equals(group.receiver()))
            .filter(r -> r.groupBy().groupLabels(rows.get(row).labels()).equals(labels))
            .findFirst();
    route.ifPresent(routes::remove);
    boolean came =
        notified.getOrDefault(row, Set.of()).contains(key(group.receiver(), group.labels()));
    return new Way(
        group.receiver(),
        labels,
        rows.get(row).at().isPresent() && !came ? Muted.YES : Muted.NO,
        route);
  }
}
