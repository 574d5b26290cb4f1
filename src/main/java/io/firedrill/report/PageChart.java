package io.firedrill.report;

import io.firedrill.model.Labels;
import io.firedrill.result.Picture;
import io.firedrill.result.PictureLine;
import io.firedrill.result.PictureRule;
import io.firedrill.result.PictureRule.Threshold;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A chart: what an alerting rule compared, or the fed series of one metric.
 *
 * @param title what it shows
 * @param thresholds what it is compared with
 * @param lines the lines
 */
record PageChart(String title, List<Limit> thresholds, List<Line> lines) {

  /** A threshold; {@code text} is the number as written. */
  record Limit(String alert, String op, String text, double value) {}

  /** A line; {@code points} are time, value, time, value and so on, a gap being null. */
  record Line(String name, List<Double> points) {
    static Line of(PictureLine line) {
      List<Double> points = new ArrayList<>();
      for (int i = 0; i < line.times().size(); i++) {
        double value = line.values().get(i);
        points.add(line.times().get(i));
        points.add(Double.isFinite(value) ? value : null);
      }
      return new Line(LabelText.withoutName(line.labels()), points);
    }
  }

  /** Rules come first, then the metrics that they read, then all others. */
  static List<PageChart> of(Picture picture) {
    Map<String, List<PictureRule>> rules = new LinkedHashMap<>();
    picture.rules().stream()
        .filter(r -> r.threshold().isPresent() && !r.values().isEmpty())
        .forEach(
            r ->
                rules
                    .computeIfAbsent(
                        r.threshold().get().left().replaceAll("\\s+", " "),
                        any -> new ArrayList<>())
                    .add(r));
    Map<String, List<PictureLine>> metrics = new LinkedHashMap<>();
    picture
        .input()
        .forEach(
            line ->
                metrics
                    .computeIfAbsent(
                        line.labels().getOrDefault(Labels.METRIC_NAME, "{}"),
                        any -> new ArrayList<>())
                    .add(line));
    String read =
        picture.rules().stream()
            .flatMap(r -> r.threshold().stream())
            .map(Threshold::left)
            .collect(Collectors.joining("\n"));
    Map<Boolean, List<PageChart>> fed =
        metrics.entrySet().stream()
            .collect(
                Collectors.partitioningBy(
                    e -> names(read, e.getKey()),
                    Collectors.mapping(
                        e -> chart(e.getKey(), List.of(), e.getValue()), Collectors.toList())));
    return Stream.of(
            rules.entrySet().stream().map(e -> ofRules(e.getKey(), e.getValue())),
            fed.get(true).stream(),
            fed.get(false).stream())
        .flatMap(charts -> charts)
        .toList();
  }

  private static boolean names(String expressions, String metric) {
    return Pattern.compile("(?<![\\w:])" + Pattern.quote(metric) + "(?![\\w:])")
        .matcher(expressions)
        .find();
  }

  private static PageChart ofRules(String left, List<PictureRule> rules) {
    String alerts =
        rules.stream().map(PictureRule::alert).distinct().collect(Collectors.joining(", "));
    return chart(
        alerts + ": " + left,
        rules.stream().map(rule -> limit(rule.alert(), rule.threshold().orElseThrow())).toList(),
        rules.get(0).values());
  }

  private static Limit limit(String alert, Threshold threshold) {
    String number = threshold.number();
    return new Limit(alert, threshold.operator(), number, Double.parseDouble(number));
  }

  private static PageChart chart(String title, List<Limit> thresholds, List<PictureLine> lines) {
    return new PageChart(title, thresholds, lines.stream().map(Line::of).toList());
  }
}
