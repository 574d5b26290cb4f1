package io.firedrill.drill;

import io.firedrill.internal.verdict.Difference;
import io.firedrill.internal.verdict.Observed;
import java.util.Optional;
import java.util.function.Function;

/**
 * A condition about something with a name.
 *
 * @param text the description of the condition
 * @param condition whether it holds
 * @param unknown the error if nothing has the name
 */
record NamedCondition(
    String text, DrillCondition condition, Function<Observed, Optional<Difference>> unknown)
    implements DrillCondition {

  @Override
  public boolean isMet(Drill drill) {
    return condition.isMet(drill);
  }

  /** The error, if nothing has the name. */
  Optional<String> hint(Observed observed) {
    return unknown.apply(observed).map(Difference::text);
  }

  @Override
  public String toString() {
    return text;
  }
}
