package io.firedrill.internal.promql;

import static io.firedrill.internal.promql.ValueType.INSTANT_VECTOR;
import static io.firedrill.internal.promql.ValueType.RANGE_VECTOR;
import static io.firedrill.internal.promql.ValueType.SCALAR;
import static io.firedrill.internal.promql.ValueType.STRING;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The functions of all Prometheus versions from 2.42 on, experimental ones included. */
final class Functions {

  private static final Map<String, Function> BY_NAME = new TreeMap<>();

  static {
    vector(
        "abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor histogram_avg"
            + " histogram_count histogram_stddev histogram_stdvar histogram_sum ln log10 log2 rad"
            + " sgn sin sinh sort sort_desc sqrt start_timestamp tan tanh timestamp",
        0,
        INSTANT_VECTOR);
    vector(
        "absent_over_time avg_over_time changes count_over_time delta deriv first_over_time idelta"
            + " increase irate last_over_time mad_over_time max_over_time min_over_time"
            + " present_over_time rate resets stddev_over_time stdvar_over_time sum_over_time"
            + " ts_of_first_over_time ts_of_last_over_time ts_of_max_over_time ts_of_min_over_time",
        0,
        RANGE_VECTOR);
    vector(
        "day_of_month day_of_week day_of_year days_in_month hour minute month year",
        1,
        INSTANT_VECTOR);
    vector("vector", 0, SCALAR);
    vector("clamp", 0, INSTANT_VECTOR, SCALAR, SCALAR);
    vector("clamp_max clamp_min", 0, INSTANT_VECTOR, SCALAR);
    vector("round", 1, INSTANT_VECTOR, SCALAR);
    vector("predict_linear", 0, RANGE_VECTOR, SCALAR);
    vector("double_exponential_smoothing holt_winters", 0, RANGE_VECTOR, SCALAR, SCALAR);
    vector("quantile_over_time", 0, SCALAR, RANGE_VECTOR);
    vector("histogram_fraction", 0, SCALAR, SCALAR, INSTANT_VECTOR);
    vector("histogram_quantile", 0, SCALAR, INSTANT_VECTOR);
    vector("histogram_quantiles", 9, INSTANT_VECTOR, STRING, SCALAR, SCALAR);
    vector("info", 1, INSTANT_VECTOR, INSTANT_VECTOR);
    vector("label_join", -1, INSTANT_VECTOR, STRING, STRING, STRING);
    vector("label_replace", 0, INSTANT_VECTOR, STRING, STRING, STRING, STRING);
    vector("sort_by_label sort_by_label_desc", -1, INSTANT_VECTOR, STRING);
    add("end pi range start step time", 0, SCALAR, List.of());
    add("max_of min_of", 0, SCALAR, List.of(SCALAR, SCALAR));
    add("scalar", 0, SCALAR, List.of(INSTANT_VECTOR));
  }

  private Functions() {}

  static Optional<Function> get(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  static Set<String> names() {
    return BY_NAME.keySet();
  }

  private static void vector(String names, int variadic, ValueType... parameters) {
    add(names, variadic, INSTANT_VECTOR, List.of(parameters));
  }

  private static void add(
      String names, int variadic, ValueType returns, List<ValueType> parameters) {
    for (String name : names.split(" ")) {
      BY_NAME.put(name, new Function(name, parameters, variadic, returns));
    }
  }
}
