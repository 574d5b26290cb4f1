package io.firedrill.internal.cli;

import io.firedrill.internal.rig.RigException;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.suite.Exhaustion;
import io.firedrill.internal.suite.Outcome;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Messages about tests that have no verdict. */
final class OutcomeMessages {

  private final Set<String> known = new HashSet<>();

  /** The message; empty if there is none, or an earlier test had the same. */
  Optional<String> of(Outcome outcome) {
    // Tests of one file share its rules, and so the errors in them.
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
