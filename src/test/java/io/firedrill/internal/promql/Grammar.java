package io.firedrill.internal.promql;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The PromQL of a version of Prometheus, with all feature flags. */
enum Grammar {
  /** 2.42 and later. */
  V2,
  /** 3.5. */
  V3,
  /** 3.14. */
  NEWEST;

  private static final Set<String> LATER_THAN_2_42 =
      Set.of(
          "double_exponential_smoothing",
          "histogram_avg",
          "histogram_stddev",
          "histogram_stdvar",
          "info",
          "mad_over_time",
          "sort_by_label",
          "sort_by_label_desc",
          "ts_of_last_over_time",
          "ts_of_max_over_time",
          "ts_of_min_over_time");

  private static final Set<String> SINCE_NEWEST =
      Set.of(
          "end",
          "first_over_time",
          "histogram_quantiles",
          "max_of",
          "min_of",
          "range",
          "start",
          "start_timestamp",
          "step",
          "ts_of_first_over_time");

  static Grammar of(String version) {
    if (version.startsWith("2.")) {
      return V2;
    }
    return version.startsWith("3.5") ? V3 : NEWEST;
  }

  boolean isAtLeast(Grammar other) {
    return compareTo(other) >= 0;
  }

  /** Whether {@code parse_query} shows computed durations, fills and the like. */
  boolean showsAll() {
    return this == NEWEST;
  }

  List<String> features() {
    return switch (this) {
      case V2 -> List.of();
      case V3 -> List.of("promql-experimental-functions", "promql-duration-expr");
      case NEWEST ->
          List.of(
              "promql-experimental-functions",
              "promql-extended-range-selectors",
              "promql-binop-fill-modifiers");
    };
  }

  /** The functions of this version. */
  List<Function> functions() {
    return Functions.names().stream()
        .filter(
            name -> isAtLeast(V3) ? !name.equals("holt_winters") : !LATER_THAN_2_42.contains(name))
        .filter(name -> this == NEWEST || !SINCE_NEWEST.contains(name))
        .map(name -> Functions.get(name).orElseThrow())
        .toList();
  }

  List<Aggregator> aggregators() {
    return Stream.of(Aggregator.values())
        .filter(a -> isAtLeast(V3) || a != Aggregator.LIMITK && a != Aggregator.LIMIT_RATIO)
        .toList();
  }

  List<BinaryOperator> operators() {
    return Stream.of(BinaryOperator.values())
        .filter(o -> this == NEWEST || !o.name().startsWith("TRIM"))
        .toList();
  }
}
