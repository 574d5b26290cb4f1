package io.firedrill.internal.promql;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An operation on the elements of a group. */
public enum Aggregator {
  SUM,
  AVG,
  COUNT,
  MIN,
  MAX,
  GROUP,
  STDDEV,
  STDVAR,
  TOPK(ValueType.SCALAR),
  BOTTOMK(ValueType.SCALAR),
  COUNT_VALUES(ValueType.STRING),
  QUANTILE(ValueType.SCALAR),
  LIMITK(ValueType.SCALAR),
  LIMIT_RATIO(ValueType.SCALAR);

  private final Optional<ValueType> parameter;

  Aggregator() {
    this.parameter = Optional.empty();
  }

  Aggregator(ValueType parameter) {
    this.parameter = Optional.of(parameter);
  }

  /** The type of its parameter, if it has one. */
  public Optional<ValueType> parameter() {
    return parameter;
  }

  static Optional<Aggregator> of(Token token) {
    return Arrays.stream(values()).filter(a -> token.is(a.toString())).findFirst();
  }

  /** The keyword: {@code count_values}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
