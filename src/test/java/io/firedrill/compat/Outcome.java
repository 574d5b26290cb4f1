package io.firedrill.compat;

import io.firedrill.compat.FailedAssertion.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The outcome of a test file in one program. */
sealed interface Outcome {

  /** The file as a whole was refused. */
  record Refused(String message) implements Outcome {}

  /**
   * The tests were run.
   *
   * @param failed what failed, sorted; an assertion that is written twice fails twice
   */
  record Judged(List<FailedAssertion> failed) implements Outcome {
    public Judged {
      failed = failed.stream().sorted().toList();
    }

    /** promtool's text output does not name the test in which a rule failed. */
    private boolean namesTestsOfRules() {
      return failed.stream().noneMatch(f -> f.kind() == Kind.RULE && f.test().isEmpty());
    }

    private Judged withoutTestsOfRules() {
      return new Judged(
          failed.stream()
              .map(
                  f ->
                      f.kind() == Kind.RULE
                          ? new FailedAssertion("", f.kind(), f.subject(), f.time())
                          : f)
              .toList());
    }
  }

  /** The differences between two outcomes, one per line; empty if they are equal. */
  static List<String> difference(Outcome promtool, Outcome firedrill) {
    if (promtool instanceof Judged one && firedrill instanceof Judged all) {
      Judged other = one.namesTestsOfRules() ? all : all.withoutTestsOfRules();
      return Stream.concat(
              without(one.failed(), other.failed()).stream().map(f -> "only promtool: " + f),
              without(other.failed(), one.failed()).stream().map(f -> "only Firedrill: " + f))
          .toList();
    }
    if (promtool instanceof Refused && firedrill instanceof Refused) {
      return List.of();
    }
    return promtool instanceof Refused refused
        ? List.of("only promtool refuses the file: " + refused.message())
        : List.of("only Firedrill refuses the file: " + ((Refused) firedrill).message());
  }

  private static List<FailedAssertion> without(
      List<FailedAssertion> some, List<FailedAssertion> others) {
    List<FailedAssertion> rest = new ArrayList<>(some);
    others.forEach(rest::remove);
    return rest;
  }
}
