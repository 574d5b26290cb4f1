package io.firedrill.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemTest {

  private static final Path FILE = Path.of("drills/disk.yaml");

  @Test
  void showsTheLineACaretAndTheHint() {
    Problem problem =
        new Problem(
            Severity.ERROR,
            new Position(FILE, 12, 3),
            "unknown key \"intervall\" in a test",
            "  intervall: 1m",
            9,
            Optional.of("did you mean \"interval\"?"));

    assertThat(problem.render())
        .isEqualTo(
            """
            drills/disk.yaml:12:3: error: unknown key "intervall" in a test
               12 |   intervall: 1m
                  |   ^^^^^^^^^
              hint: did you mean "interval"?""");
  }

  @Test
  void omitsAnUnknownLine() {
    Problem problem =
        new Problem(Severity.WARNING, new Position(FILE, 1, 1), "nothing", "", 1, Optional.empty());

    assertThat(problem.render()).isEqualTo("drills/disk.yaml:1:1: warning: nothing");
  }

  @Test
  void countsACharacterOutsideTheBasicPlaneAsOneColumn() {
    Problem problem =
        new Problem(
            Severity.ERROR, new Position(FILE, 1, 4), "here", "😀\t x", 1, Optional.empty());

    assertThat(problem.render())
        .isEqualTo("drills/disk.yaml:1:4: error: here\n    1 | 😀  x\n      |    ^");
  }

  @Test
  void shortensALongLineAroundTheCaret() {
    Problem problem =
        new Problem(
            Severity.ERROR,
            new Position(FILE, 1, 501),
            "here",
            "a".repeat(500) + "X" + "b".repeat(500),
            1,
            Optional.empty());

    assertThat(problem.render())
        .isEqualTo(
            "drills/disk.yaml:1:501: error: here\n    1 | ..."
                + "a".repeat(60)
                + "X"
                + "b".repeat(59)
                + "...\n      | "
                + " ".repeat(63)
                + "^");
  }

  @Test
  void anExceptionShowsTwentyProblems() {
    Problem problem =
        new Problem(Severity.ERROR, new Position(FILE, 1, 1), "no", "", 1, Optional.empty());

    assertThat(new InputException(List.of(problem, problem)))
        .hasMessage("drills/disk.yaml:1:1: error: no\n\ndrills/disk.yaml:1:1: error: no");
    assertThat(new InputException(Collections.nCopies(25, problem)).getMessage())
        .endsWith("error: no\n\n... and 5 more problems");
  }

  @Test
  void limitsAMessageToOneLineOfLimitedLength() {
    Problem problem =
        new Problem(
            Severity.ERROR,
            new Position(FILE, 1, 1),
            "a\nb\u001b" + "c".repeat(1000),
            "",
            1,
            Optional.empty());

    assertThat(problem.message()).isEqualTo("a\\nb\\x1b" + "c".repeat(492) + "...");
  }
}
