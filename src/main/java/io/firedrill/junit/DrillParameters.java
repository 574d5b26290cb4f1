package io.firedrill.junit;

import io.firedrill.drill.Drill;
import java.lang.reflect.Executable;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** Checks the parameters of a test. */
final class DrillParameters {

  private DrillParameters() {}

  /** Refuses several parameters: they would be the same drill, but look like several. */
  static void requireOne(Executable executable) {
    long drills =
        Arrays.stream(executable.getParameterTypes()).filter(type -> type == Drill.class).count();
    if (drills > 1) {
      throw new ParameterResolutionException(
          "%s has %d parameters of type Drill, but a test has only one drill"
              .formatted(executable, drills));
    }
  }
}
