package io.firedrill.junit;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Something in a test class that cannot be meant. */
final class Misuse extends ExtensionConfigurationException {

  /**
   * @param target what it is about: {@code @FiredrillTest on class X}
   * @param message the error, and what is allowed
   */
  Misuse(String target, String message) {
    super(target + ": " + message);
  }

  Misuse(String target, String message, Optional<String> hint) {
    this(target, message + hint.map(h -> "\n  hint: " + h).orElse(""));
  }
}
