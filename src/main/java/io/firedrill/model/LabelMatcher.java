package io.firedrill.model;

/**
 * A condition on a label, as in Alertmanager. An absent label has the empty value.
 *
 * @param name the label's name
 * @param operator the comparison
 * @param value a value, or a regular expression that must match the whole value
 */
public record LabelMatcher(String name, Operator operator, String value) {

  /** The comparison of a label with a value. */
  public enum Operator {
    EQUAL("="),
    NOT_EQUAL("!="),
    MATCHES("=~"),
    MATCHES_NOT("!~");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /** Its notation: {@code =~}. */
    public String sign() {
      return sign;
    }
  }

  /** Alertmanager's notation: {@code name=~"value"}, with quotes and backslashes escaped. */
  @Override
  public String toString() {
    return LabelsText.name(name) + operator.sign() + LabelsText.quoted(value);
  }
}
