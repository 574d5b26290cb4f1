package io.firedrill.internal.generation;

import io.firedrill.internal.inversion.PlannedSeries;
import io.firedrill.model.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Series of a healthy system, for alerts that fire without any data. */
final class Background {

  private static final Pattern CONSTANT = Pattern.compile("(-?[0-9.]+)(x[0-9]+)?");

  /** No series. */
  static final Background NONE = new Background();

  private final Map<Labels, String> steady = new TreeMap<>();
  private final Set<String> silenced = new TreeSet<>();

  /** The healthy series of the rules that fire without data. */
  static Background of(List<Attempts> found, Set<String> firing) {
    Background background = new Background();
    for (Attempts attempts : found) {
      if (firing.contains(attempts.rule().name())) {
        background.add(attempts);
      }
    }
    return background;
  }

  private void add(Attempts attempts) {
    for (Attempts.Tried tried : attempts.nearMisses()) {
      List<PlannedSeries> series = tried.input().series();
      if (series.stream().allMatch(s -> CONSTANT.matcher(s.values()).matches())) {
        for (PlannedSeries one : series) {
          Matcher matcher = CONSTANT.matcher(one.values());
          if (matcher.matches()) {
            steady.putIfAbsent(one.labels(), matcher.group(1));
          }
        }
        silenced.add(attempts.rule().name());
        return;
      }
    }
  }

  /** The names of the alerts that do not fire with it. */
  Set<String> silenced() {
    return silenced;
  }

  boolean isEmpty() {
    return steady.isEmpty();
  }

  /** The series, with so many values. */
  List<PlannedSeries> series(long samples) {
    List<PlannedSeries> series = new ArrayList<>();
    steady.forEach(
        (labels, value) -> series.add(new PlannedSeries(labels, value + "x" + samples, "")));
    return series;
  }

  boolean reads(Set<String> metrics) {
    return steady.keySet().stream().anyMatch(s -> metrics.contains(s.metricName()));
  }

  String text() {
    StringBuilder text =
        new StringBuilder(
            "# Series of a healthy system: without them, alerts for absent metrics fire.\n");
    steady.forEach(
        (labels, value) ->
            text.append("- {series: ")
                .append("'" + labels.toString().replace("'", "''") + "'")
                .append(", steady: ")
                .append(value)
                .append("}\n"));
    return text.toString();
  }
}
