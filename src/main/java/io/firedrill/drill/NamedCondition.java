package io.firedrill.drill;

import io.firedrill.internal.verdict.Difference;
import io.firedrill.internal.verdict.Observed;
import java.util.Optional;
import java.util.function.Function;

/**
 * A condition about something that has a name.
 *
 * @param text what a drill waits for
 * @param condition whether it is so
 * @param unknown what is wrong where nothing has the name
 */
record NamedCondition(
    String text, DrillCondition condition, Function<Observed, Optional<Difference>> unknown)
    implements DrillCondition {

  @Override
  public boolean isMet(Drill drill) {
    return condition.isMet(drill);
  }

  /** What is wrong with the name, if nothing has it. */
  Optional<String> hint(Observed observed) {
    return unknown.apply(observed).map(Difference::text);
  }

  @Override
  public String toString() {
    return text;
  }
}
