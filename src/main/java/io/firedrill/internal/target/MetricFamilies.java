package io.firedrill.internal.target;

import io.firedrill.model.Labels;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The families of a target's metrics, and their types. A series with {@code le} whose name ends
 * with {@code _bucket} is of a histogram, and one with {@code quantile} of a summary, unless
 * another type is stated: real exporters expose them so, and Prometheus 3 changes these labels
 * accordingly.
 */
final class MetricFamilies {

  private static final Pattern PART = Pattern.compile("(.+)_(bucket|sum|count)");
  private static final String HISTOGRAM = "histogram";
  private static final String SUMMARY = "summary";

  private final Map<String, String> types = new HashMap<>();

  void add(Labels series, Optional<String> type) {
    String name = series.metricName();
    Matcher part = PART.matcher(name);
    boolean bucket =
        part.matches() && part.group(2).equals("bucket") && series.get("le").isPresent();
    if (type.isPresent()) {
      boolean ofParts = part.matches() && (bucket || isMadeOfParts(type.get()));
      types.put(ofParts ? part.group(1) : name, type.get());
    } else if (bucket) {
      types.putIfAbsent(part.group(1), HISTOGRAM);
    } else if (series.get("quantile").isPresent()) {
      types.putIfAbsent(name, SUMMARY);
    }
  }

  private static boolean isMadeOfParts(String type) {
    return type.equals(HISTOGRAM) || type.equals(SUMMARY);
  }

  /** The name of the family of a series. */
  String of(Labels series) {
    Matcher part = PART.matcher(series.metricName());
    if (part.matches()) {
      String type = types.getOrDefault(part.group(1), "");
      boolean member =
          type.equals(HISTOGRAM) || type.equals(SUMMARY) && !part.group(2).equals("bucket");
      return member ? part.group(1) : series.metricName();
    }
    return series.metricName();
  }

  /** The line that states the type of a family; empty if none is known. */
  String typeLine(String family) {
    return types.containsKey(family) ? "# TYPE " + family + " " + types.get(family) + "\n" : "";
  }
}
