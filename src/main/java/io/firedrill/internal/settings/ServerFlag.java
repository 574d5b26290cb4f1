package io.firedrill.internal.settings;

import io.firedrill.internal.source.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * A flag of a server.
 *
 * @param name its name, without dashes
 * @param form how it is written on the command line
 * @param values its values; none for a flag that is on or off
 * @param place its name in the user's file; empty if it was set elsewhere
 */
public record ServerFlag(String name, Form form, List<String> values, Optional<YamlScalar> place) {

  /** The name of the flag that has a list of features. */
  static final String FEATURES = "enable-feature";

  /** The notations of a flag. */
  public enum Form {
    /** {@code --name=value}, once for each value. */
    VALUES,
    /** {@code --name}. */
    ON,
    /** {@code --no-name}. */
    OFF
  }

  public ServerFlag {
    values = List.copyOf(values);
  }

  /** The words of the command line. */
  List<String> arguments() {
    return switch (form) {
      case ON -> List.of("--" + name);
      case OFF -> List.of("--no-" + name);
      // Only one of the servers accepts this flag more than once.
      case VALUES ->
          name.equals(FEATURES)
              ? List.of("--" + name + "=" + String.join(",", values))
              : values.stream().map(value -> "--" + name + "=" + value).toList();
    };
  }
}
