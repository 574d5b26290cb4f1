package io.firedrill.internal.target;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The environment of a command that a scenario or a drill names. It contains the variables that
 * most programs need, and those that are named. It does not contain tokens and passwords of the
 * user who runs the tests.
 */
public final class CommandEnvironment {

  private static final Set<String> ALWAYS = Set.of("PATH", "HOME", "LANG", "TMPDIR", "TZ");
  private static final String LOCALE = "LC_";

  private CommandEnvironment() {}

  /**
   * Builds the environment.
   *
   * @param named the named variables; one without a value gets its value from the surroundings, if
   *     it is set there
   * @param surroundings the environment of the user who runs the tests
   */
  public static Map<String, String> of(
      Map<String, Optional<String>> named, Map<String, String> surroundings) {
    Map<String, String> variables = new TreeMap<>(surroundings);
    variables
        .keySet()
        .removeIf(
            name -> !ALWAYS.contains(name) && !name.startsWith(LOCALE) && !named.containsKey(name));
    named.forEach((name, value) -> value.ifPresent(text -> variables.put(name, text)));
    return variables;
  }
}
