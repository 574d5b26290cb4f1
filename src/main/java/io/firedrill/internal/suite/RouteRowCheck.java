package io.firedrill.internal.suite;

import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.run.RoutedRows.Muted;
import io.firedrill.internal.run.RoutedRows.Way;
import io.firedrill.internal.scenario.RouteExpectation;
import io.firedrill.internal.scenario.RouteExpectation.ExpectedReceiver;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.verdict.Failure;
import io.firedrill.internal.verdict.FailureKind;
import io.firedrill.internal.verdict.FailureText;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares the rows of {@code route_test} with where a real Alertmanager sends the alerts. */
public final class RouteRowCheck {

  private RouteRowCheck() {}

  /** The rows that differ, in order. */
  public static List<Failure> failures(List<RouteExpectation> rows, List<List<Way>> ways) {
    List<Failure> failures = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      check(rows.get(i), ways.get(i)).ifPresent(failures::add);
    }
    return failures;
  }

  private static Optional<Failure> check(RouteExpectation row, List<Way> ways) {
    List<Way> left = new ArrayList<>(ways.stream().filter(w -> w.muted() == Muted.NO).toList());
    List<String> lines = new ArrayList<>();
    List<ExpectedReceiver> missing = new ArrayList<>();
    for (ExpectedReceiver expected : row.receivers()) {
      Optional<Way> way = nearest(expected, left);
      way.ifPresent(left::remove);
      if (way.isPresent()) {
        lines.addAll(differences(expected, way.get()));
      } else {
        missing.add(expected);
      }
    }
    missing.forEach(m -> lines.add("- " + m.name() + mutedNote(m, ways)));
    left.forEach(w -> lines.add("+ " + w.receiver() + ", group " + w.groupLabels() + place(w)));
    row.muted().ifPresent(muted -> lines.addAll(muted(muted, ways)));
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    String summary =
        row.labels() + row.at().map(at -> " at " + at).orElse("") + ": " + what(row, ways);
    String text =
        new FailureText(summary).section("expected (-), by Alertmanager (+):", lines).text();
    return Optional.of(
        new Failure(
            FailureKind.ROUTE_DIFFERS, row.position(), summary, row.position() + ": " + text));
  }

  private static String what(RouteExpectation row, List<Way> ways) {
    String expected = names(row.receivers().stream().map(ExpectedReceiver::name).toList());
    String actual =
        names(ways.stream().filter(w -> w.muted() == Muted.NO).map(Way::receiver).toList());
    return expected.equals(actual)
        ? "the route to " + actual + " differs"
        : "expected " + expected + ", Alertmanager sends it to " + actual;
  }

  private static Optional<Way> nearest(ExpectedReceiver expected, List<Way> ways) {
    List<Way> named = ways.stream().filter(w -> w.receiver().equals(expected.name())).toList();
    return named.stream()
        .filter(w -> differences(expected, w).isEmpty())
        .findFirst()
        .or(() -> named.stream().findFirst());
  }

  private static List<String> differences(ExpectedReceiver expected, Way way) {
    List<String> lines = new ArrayList<>();
    Optional<Labels> group = expected.groupLabels();
    if (group.filter(labels -> !labels.equals(way.groupLabels())).isPresent()) {
      lines.add("- " + way.receiver() + ", group " + group.get());
      lines.add("+ " + way.receiver() + ", group " + way.groupLabels() + place(way));
    }
    duration("group_wait", expected.groupWait(), way, Route::groupWait, lines);
    duration("group_interval", expected.groupInterval(), way, Route::groupInterval, lines);
    duration("repeat_interval", expected.repeatInterval(), way, Route::repeatInterval, lines);
    return lines;
  }

  private static void duration(
      String key,
      Optional<Duration> expected,
      Way way,
      Function<Route, Duration> of,
      List<String> lines) {
    Optional<Duration> own = way.route().map(of);
    if (expected.isPresent() && !expected.equals(own)) {
      lines.add("- " + way.receiver() + ", " + key + " " + text(expected.get()));
      lines.add(
          "+ "
              + way.receiver()
              + ", "
              + key
              + " "
              + own.map(RouteRowCheck::text).orElse("not known")
              + place(way));
    }
  }

  private static String text(Duration duration) {
    return PrometheusDuration.format(duration);
  }

  private static String place(Way way) {
    return way.route().map(r -> ", by the route at " + r.position()).orElse("");
  }

  private static String mutedNote(ExpectedReceiver missing, List<Way> ways) {
    return ways.stream()
        .filter(w -> w.muted() == Muted.YES && w.receiver().equals(missing.name()))
        .findFirst()
        .map(
            w ->
                ", which "
                    + w.route().map(RouteRowCheck::intervals).orElse("a time interval")
                    + " mutes"
                    + place(w))
        .orElse("");
  }

  private static String intervals(Route route) {
    List<String> names = new ArrayList<>();
    route.muteTimeIntervals().forEach(name -> names.add("mute_time_intervals " + name));
    route.activeTimeIntervals().forEach(name -> names.add("active_time_intervals " + name));
    return names.isEmpty() ? "a time interval" : String.join(" or ", names);
  }

  private static List<String> muted(List<String> expected, List<Way> ways) {
    List<String> left =
        new ArrayList<>(
            ways.stream().filter(w -> w.muted() == Muted.YES).map(Way::receiver).toList());
    List<String> lines = new ArrayList<>();
    for (String name : expected) {
      if (!left.remove(name)) {
        lines.add("- " + name + " muted");
      }
    }
    left.forEach(name -> lines.add("+ " + name + " muted"));
    return lines;
  }

  private static String names(List<String> receivers) {
    return receivers.isEmpty()
        ? "nobody"
        : receivers.stream().sorted().collect(Collectors.joining(", "));
  }
}
