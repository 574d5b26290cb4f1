package io.firedrill.internal.live;

import java.util.List;
import java.util.Random;

/** Makes up expressions that alerting rules may have, over series that are there and others. */
final class RandomExpressions {

  private static final List<String> SELECTORS =
      List.of(
          "a",
          "a{job=\"x\"}",
          "a{job=\"z\"}",
          "b",
          "b{job!=\"x\"}",
          "ended",
          "gone",
          "a offset 2m",
          "recorded",
          "recorded_gone");
  private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=", "==", "!=");
  private static final List<String> NUMBERS = List.of("0", "1", "5", "7.5", "20", "100");

  private final Random random;

  RandomExpressions(long seed) {
    this.random = new Random(seed);
  }

  String next() {
    return vector(3);
  }

  private String vector(int depth) {
    if (depth == 0) {
      return one(SELECTORS);
    }
    int below = depth - 1;
    return switch (random.nextInt(13)) {
      case 0, 1, 2 -> "(%s %s %s)".formatted(vector(below), one(COMPARISONS), one(NUMBERS));
      case 3 -> "(%s and%s %s)".formatted(vector(below), matching(), vector(below));
      case 4 -> "(%s or%s %s)".formatted(vector(below), matching(), vector(below));
      case 5 -> "(%s unless%s %s)".formatted(vector(below), matching(), vector(below));
      case 6 -> "sum by (%s) (%s)".formatted(one(List.of("job", "k", "")), vector(below));
      case 7 -> "max without (%s) (%s)".formatted(one(List.of("job", "k")), vector(below));
      case 8 -> "absent(%s)".formatted(one(SELECTORS));
      case 9 ->
          "%s(%s[%s])"
              .formatted(
                  one(List.of("rate", "max_over_time", "increase", "absent_over_time")),
                  one(List.of("a", "b{job=\"x\"}", "gone", "ended", "recorded")),
                  one(List.of("30s", "3m", "10m")));
      case 10 ->
          "sum by (job) (%s) %s on (job) sum by (job) (%s)"
              .formatted(vector(below), one(List.of("/", "-", "*", ">", "<=")), vector(below));
      case 11 -> "-%s".formatted(vector(below));
      default -> one(SELECTORS);
    };
  }

  private String matching() {
    return one(List.of("", " on (job)", " on ()", " ignoring (k)"));
  }

  private <T> T one(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
