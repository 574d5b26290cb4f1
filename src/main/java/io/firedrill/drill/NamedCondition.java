package io.firedrill.drill;

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
    String text, DrillCondition condition, Function<Drill, Optional<String>> unknown)
    implements DrillCondition {

  @Override
  public boolean isMet(Drill drill) {
    return condition.isMet(drill);
  }

  @Override
  public Optional<String> hint(Drill drill) {
    return unknown.apply(drill);
  }

  @Override
  public String toString() {
    return text;
  }
}
