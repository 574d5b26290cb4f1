package io.firedrill.junit;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** An error in a test class's use of Firedrill. */
final class Misuse extends ExtensionConfigurationException {

  /**
   * @param target the element with the error: {@code @FiredrillTest on class X}
   * @param message the error, and what is allowed
   */
  Misuse(String target, String message) {
    super(target + ": " + message);
  }

  Misuse(String target, String message, Optional<String> hint) {
    this(target, message + hint.map(h -> "\n  hint: " + h).orElse(""));
  }
}
