package io.firedrill.internal.target;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The environment of a command that a scenario or a drill names. It has what programs need to run
 * at all, and what is named besides; the tokens and passwords of the user who runs the tests are
 * not in it.
 */
public final class CommandEnvironment {

  private static final Set<String> ALWAYS = Set.of("PATH", "HOME", "LANG", "TMPDIR", "TZ");
  private static final String LOCALE = "LC_";

  private CommandEnvironment() {}

  /**
   * The variables.
   *
   * @param named those that are named; without a value, it is that of the surroundings, if there is
   *     one
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
