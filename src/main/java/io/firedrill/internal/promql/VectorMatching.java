package io.firedrill.internal.promql;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Which elements of two vectors belong together.
 *
 * @param cardinality how many elements of each side
 * @param clause what {@code labels} are
 * @param labels the labels that are compared, or are not
 * @param include what {@code group_left} or {@code group_right} takes from the "one" side
 * @param fillLeft the value of an element that is missing on the left
 * @param fillRight the value of an element that is missing on the right
 */
public record VectorMatching(
    Cardinality cardinality,
    Clause clause,
    List<String> labels,
    List<String> include,
    OptionalDouble fillLeft,
    OptionalDouble fillRight) {

  /** How many elements of each side belong together. */
  public enum Cardinality {
    ONE_TO_ONE("one-to-one"),
    /** {@code group_left}. */
    MANY_TO_ONE("many-to-one"),
    /** {@code group_right}. */
    ONE_TO_MANY("one-to-many"),
    /** As all set operators. */
    MANY_TO_MANY("many-to-many");

    private final String text;

    Cardinality(String text) {
      this.text = text;
    }

    boolean isGrouped() {
      return this == MANY_TO_ONE || this == ONE_TO_MANY;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** Which labels are compared. */
  public enum Clause {
    ON("on"),
    /** Without a clause, no labels are ignored. */
    IGNORING("ignoring");

    private final String text;

    Clause(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  public VectorMatching {
    labels = List.copyOf(labels);
    include = List.copyOf(include);
  }

  boolean fills() {
    return fillLeft.isPresent() || fillRight.isPresent();
  }
}
