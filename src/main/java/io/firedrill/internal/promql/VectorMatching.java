package io.firedrill.internal.promql;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How the elements of two vectors are matched.
 *
 * @param cardinality how many elements of each side match
 * @param clause whether {@code labels} are compared or ignored
 * @param labels the labels in the clause
 * @param include the labels that {@code group_left} or {@code group_right} copies from the "one"
 *     side
 * @param fillLeft the value for elements missing on the left
 * @param fillRight the value for elements missing on the right
 */
public record VectorMatching(
    Cardinality cardinality,
    Clause clause,
    List<String> labels,
    List<String> include,
    OptionalDouble fillLeft,
    OptionalDouble fillRight) {

  /** How many elements of each side match. */
  public enum Cardinality {
    ONE_TO_ONE("one-to-one"),
    /** {@code group_left}. */
    MANY_TO_ONE("many-to-one"),
    /** {@code group_right}. */
    ONE_TO_MANY("one-to-many"),
    /** The cardinality of all set operators. */
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
    /** Also used without a clause, with no labels. */
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
