package io.firedrill.internal.scenario;

import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Problem;
import java.util.List;

/**
 * An invalid test in a file whose other tests can run.
 *
 * @param name its name, or {@code unnamed#i}
 * @param position where it begins
 * @param problems the errors in it, at least one
 */
public record BrokenTest(String name, Position position, List<Problem> problems) {

  public BrokenTest {
    problems = List.copyOf(problems);
  }

  /**
   * Refuses a file that has such tests.
   *
   * @throws InputException with the errors of all of them
   */
  public static void refuse(List<BrokenTest> tests) {
    if (!tests.isEmpty()) {
      throw new InputException(
          tests.stream().flatMap(test -> test.problems().stream()).distinct().toList());
    }
  }
}
