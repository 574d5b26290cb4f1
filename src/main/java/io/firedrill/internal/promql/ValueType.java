package io.firedrill.internal.promql;

/** What an expression returns. */
public enum ValueType {
  SCALAR("a scalar"),
  INSTANT_VECTOR("an instant vector"),
  RANGE_VECTOR("a range vector"),
  STRING("a string");

  private final String text;

  ValueType(String text) {
    this.text = text;
  }

  /** Whether it consists of elements with labels. */
  public boolean isVector() {
    return this == INSTANT_VECTOR || this == RANGE_VECTOR;
  }

  @Override
  public String toString() {
    return text;
  }
}
