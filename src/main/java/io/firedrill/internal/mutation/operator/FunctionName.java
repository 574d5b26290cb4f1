package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.FunctionCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Another function with the same parameters: {@code irate} instead of {@code rate}. */
final class FunctionName extends ExprOperator {

  private static final Map<String, List<String>> OTHERS =
      Map.ofEntries(
          Map.entry("rate", List.of("irate", "increase")),
          Map.entry("irate", List.of("rate")),
          Map.entry("increase", List.of("delta", "rate")),
          Map.entry("delta", List.of("increase")),
          Map.entry("idelta", List.of("delta")),
          Map.entry("deriv", List.of("delta")),
          Map.entry("avg_over_time", List.of("max_over_time", "min_over_time")),
          Map.entry("max_over_time", List.of("min_over_time", "avg_over_time")),
          Map.entry("min_over_time", List.of("max_over_time", "avg_over_time")),
          Map.entry("sum_over_time", List.of("avg_over_time")),
          Map.entry("count_over_time", List.of("sum_over_time")),
          Map.entry("last_over_time", List.of("max_over_time", "min_over_time")),
          Map.entry("changes", List.of("resets")),
          Map.entry("resets", List.of("changes")),
          Map.entry("ceil", List.of("floor")),
          Map.entry("floor", List.of("ceil")),
          Map.entry("abs", List.of("sgn")),
          Map.entry("clamp_min", List.of("clamp_max")),
          Map.entry("clamp_max", List.of("clamp_min")),
          Map.entry("absent", List.of("group")),
          Map.entry("absent_over_time", List.of("present_over_time")),
          Map.entry("present_over_time", List.of("absent_over_time")),
          Map.entry("hour", List.of("minute")),
          Map.entry("day_of_week", List.of("day_of_month")));

  FunctionName() {
    super("function");
  }

  @Override
  List<Replacement> replacements(Expr part, String text) {
    if (!(part instanceof FunctionCall call)) {
      return List.of();
    }
    String name = call.function().name();
    String rest = part.span().of(text).substring(name.length());
    return Optional.ofNullable(OTHERS.get(name)).orElse(List.of()).stream()
        .map(other -> Replacement.becoming(part, other + rest, name + " becomes " + other))
        .toList();
  }
}
