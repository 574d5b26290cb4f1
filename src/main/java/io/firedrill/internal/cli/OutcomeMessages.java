package io.firedrill.internal.cli;

import io.firedrill.internal.rig.RigException;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.suite.Exhaustion;
import io.firedrill.internal.suite.Outcome;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What the user has to know of tests without a verdict, besides their results. */
final class OutcomeMessages {

  private final Set<String> known = new HashSet<>();

  /** The message; empty if there is none, or the tests before had the same. */
  Optional<String> of(Outcome outcome) {
    // The tests of one file have its rules in common, and so what is wrong with them.
    return outcome.cause().map(OutcomeMessages::text).filter(known::add);
  }

  private static String text(Throwable cause) {
    if (cause instanceof InputException) {
      return cause.getMessage();
    }
    if (cause instanceof RigException) {
      return "firedrill: " + cause.getMessage();
    }
    return cause instanceof VirtualMachineError exhausted
        ? "firedrill: " + Exhaustion.text(exhausted)
        : BugReport.of(cause).line();
  }
}
