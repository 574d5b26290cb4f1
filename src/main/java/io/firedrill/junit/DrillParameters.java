package io.firedrill.junit;

import io.firedrill.drill.Drill;
import java.lang.reflect.Executable;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** How a test asks for its drill. */
final class DrillParameters {

  private DrillParameters() {}

  /** A test has one drill: two parameters would be the same, and look like two. */
  static void requireOne(Executable executable) {
    long drills =
        Arrays.stream(executable.getParameterTypes()).filter(type -> type == Drill.class).count();
    if (drills > 1) {
      throw new ParameterResolutionException(
          "%s has %d parameters of type Drill, and one is allowed: a test has one drill"
              .formatted(executable, drills));
    }
  }
}
