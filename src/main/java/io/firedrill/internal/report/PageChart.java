package io.firedrill.internal.report;

import io.firedrill.internal.promql.MetricNames;
import io.firedrill.internal.promql.Promql;
import io.firedrill.internal.result.Picture;
import io.firedrill.internal.result.PictureLine;
import io.firedrill.internal.result.PictureRule;
import io.firedrill.internal.result.PictureRule.Threshold;
import io.firedrill.model.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A chart: what an alerting rule compared, or the fed series of one metric.
 *
 * @param about what it shows: charts are sorted by it, and those of {@link About#STEADY} metrics
 *     are hidden at first
 * @param title its title
 * @param thresholds the thresholds of the rules
 * @param lines the lines
 */
record PageChart(About about, String title, List<Limit> thresholds, List<Line> lines) {

  /** More lines would be indistinguishable. */
  private static final int LINES = 16;

  /** What a chart shows, in order of relevance. */
  enum About {
    /** What a rule compared with its threshold. */
    RULE,
    /** A metric that such a rule reads. */
    READ,
    /** A metric that changes in the run. */
    CHANGING,
    /** A metric that does not change. */
    STEADY
  }

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

  /** The charts, by relevance and then in the order of the files. */
  static List<PageChart> of(Picture picture) {
    Map<String, List<PictureRule>> rules = new LinkedHashMap<>();
    picture.rules().stream()
        .filter(r -> r.threshold().isPresent() && !r.values().isEmpty())
        .forEach(r -> rules.computeIfAbsent(left(r), any -> new ArrayList<>()).add(r));
    Map<String, List<PictureLine>> metrics = new LinkedHashMap<>();
    picture
        .input()
        .forEach(l -> metrics.computeIfAbsent(metric(l), any -> new ArrayList<>()).add(l));
    Set<String> read =
        picture.rules().stream()
            .flatMap(r -> r.threshold().stream())
            .flatMap(t -> Promql.tryParse(t.left()).stream())
            .flatMap(left -> MetricNames.of(left).stream())
            .collect(Collectors.toSet());
    return Stream.concat(
            rules.entrySet().stream().map(e -> ofRules(e.getKey(), e.getValue())),
            metrics.entrySet().stream().map(e -> ofMetric(e.getKey(), e.getValue(), read)))
        .sorted(Comparator.comparing(PageChart::about))
        .toList();
  }

  private static String left(PictureRule rule) {
    return rule.threshold().orElseThrow().left().replaceAll("\\s+", " ");
  }

  private static String metric(PictureLine line) {
    return line.labels().getOrDefault(Labels.METRIC_NAME, "{}");
  }

  private static PageChart ofRules(String left, List<PictureRule> rules) {
    String alerts =
        rules.stream().map(PictureRule::alert).distinct().collect(Collectors.joining(", "));
    List<Limit> limits =
        rules.stream().map(rule -> limit(rule.alert(), rule.threshold().orElseThrow())).toList();
    List<PictureLine> lines = rules.get(0).values();
    return chart(
        About.RULE, alerts + ": " + left, limits, lines, lines.size() + rules.get(0).more());
  }

  private static Limit limit(String alert, Threshold threshold) {
    String number = threshold.number();
    return new Limit(alert, threshold.operator(), number, Double.parseDouble(number));
  }

  private static PageChart ofMetric(String metric, List<PictureLine> lines, Set<String> read) {
    boolean changes = lines.stream().anyMatch(line -> Set.copyOf(line.values()).size() > 1);
    About about = changes ? About.CHANGING : About.STEADY;
    return chart(
        read.contains(metric) ? About.READ : about, metric, List.of(), lines, lines.size());
  }

  private static PageChart chart(
      About about, String title, List<Limit> thresholds, List<PictureLine> lines, int all) {
    String some = all > LINES ? " (%d of %d series)".formatted(LINES, all) : "";
    return new PageChart(
        about, title + some, thresholds, lines.stream().limit(LINES).map(Line::of).toList());
  }
}
