package io.firedrill.internal.lint;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.promql.DurationExpr.QueryTimes;
import io.firedrill.internal.promql.Promql;
import io.firedrill.internal.promql.RangeSelector;
import io.firedrill.internal.promql.Subquery;
import io.firedrill.internal.source.YamlScalar;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text that repeats a threshold, or the duration of {@code for}, becomes wrong when that changes.
 */
final class ThresholdInText implements RuleCheck {

  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{.*?\\}\\}", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("[a-z]+://\\S+");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\w.:/-])(\\d{1,15}(?:\\.\\d{1,15})?)(?![:/-]\\d)( ?%|[ -]?([a-zA-Z]+))?(?![\\d])");

  /** What makes the number behind it a name: HTTP 500, port 9090, step 3. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)\\b(?:https?|status|codes?|port|error|version|rfc|phase|step|stage|tier|level|layer"
              + "|page|section|chapter|top|attempt|shard|replica|node|rack|zone|priority|part|line)[ #:]{1,3}$");

  /** Suffixes of numbers that are not quantities: 5xx, 99th. */
  private static final Set<String> NO_UNITS = Set.of("xx", "st", "nd", "rd", "th");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Map<String, Integer> SECONDS =
      Map.ofEntries(
          Map.entry("s", 1),
          Map.entry("sec", 1),
          Map.entry("second", 1),
          Map.entry("m", 60),
          Map.entry("min", 60),
          Map.entry("minute", 60),
          Map.entry("h", 3600),
          Map.entry("hour", 3600),
          Map.entry("d", 86400),
          Map.entry("day", 86400));

  @Override
  public String name() {
    return "threshold/text";
  }

  @Override
  public String about() {
    return "Texts do not repeat thresholds";
  }

  @Override
  public void check(Rule rule, Findings findings) {
    if (RuleParts.isAlert(rule)) {
      List<BigDecimal> thresholds = Thresholds.of(rule).stream().map(Thresholds::value).toList();
      Optional<BigDecimal> pending =
          AlertFor.pending(rule)
              .filter(d -> !d.isZero() && !ranges(rule).contains(d))
              .map(ThresholdInText::seconds);
      RuleParts.texts(rule, "annotations")
          .values()
          .forEach(text -> check(text, thresholds, pending, findings));
    }
  }

  /** The text may mean a range of the expression, and not "for". */
  private static Set<Duration> ranges(Rule rule) {
    return Promql.tryParse(rule.expr()).stream()
        .flatMap(expr -> expr.all().stream())
        .flatMap(
            part ->
                part instanceof RangeSelector selector
                    ? Stream.of(selector.range())
                    : part instanceof Subquery subquery
                        ? Stream.of(subquery.range())
                        : Stream.empty())
        .map(range -> range.duration(QueryTimes.INSTANT))
        .collect(Collectors.toSet());
  }

  private static BigDecimal seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis()).movePointLeft(3);
  }

  private static void check(
      YamlScalar text,
      List<BigDecimal> thresholds,
      Optional<BigDecimal> pending,
      Findings findings) {
    Matcher number = NUMBER.matcher(masked(text.text()));
    while (number.find()) {
      if (isNoQuantity(number) || NAME.matcher(text.text().substring(0, number.start())).find()) {
        continue;
      }
      BigDecimal value = new BigDecimal(number.group(1));
      Optional<BigDecimal> duration =
          Optional.ofNullable(number.group(3))
              .map(unit -> SECONDS.get(unit.toLowerCase().replaceFirst("(?<=.{2})s$", "")))
              .map(factor -> value.multiply(BigDecimal.valueOf(factor)));
      boolean percent = number.group().endsWith("%");
      boolean threshold =
          thresholds.stream()
              .anyMatch(
                  t ->
                      duration.isEmpty() && same(t, value)
                          || duration.isPresent() && same(t, duration.get())
                          || percent && same(t.multiply(HUNDRED), value));
      boolean waiting = pending.isPresent() && duration.isPresent();
      if (threshold) {
        add(text, number, "the text repeats the threshold", findings);
      } else if (waiting && same(pending.get(), duration.get())) {
        add(text, number, "the text repeats the time of \"for\"", findings);
      }
    }
  }

  private static boolean isNoQuantity(Matcher number) {
    String unit = number.group(3);
    return unit != null && NO_UNITS.contains(unit.toLowerCase(Locale.ROOT));
  }

  private static void add(YamlScalar text, Matcher number, String message, Findings findings) {
    findings.add(
        text,
        number.start(),
        number.group().length(),
        message + ": it becomes wrong when the rule changes",
        "{{ $value }} is the measured value");
  }

  /** Replaces templates and links by blanks, which keeps the offsets. */
  private static String masked(String text) {
    String plain = TEMPLATE.matcher(text).replaceAll(m -> " ".repeat(m.group().length()));
    return LINK.matcher(plain).replaceAll(m -> " ".repeat(m.group().length()));
  }

  private static boolean same(BigDecimal a, BigDecimal b) {
    return a.compareTo(b) == 0;
  }
}
