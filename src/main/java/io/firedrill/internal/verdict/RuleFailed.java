package io.firedrill.internal.verdict;

/** A rule could not be evaluated. */
final class RuleFailed {

  private RuleFailed() {}

  static Failure of(FailedRule failed, Observed observed) {
    VirtualTime time = new VirtualTime(observed.timeline().start());
    return new FailureText(
            failed.rule().name()
                + " at "
                + time.text(failed.evaluation())
                + ": the evaluation failed: "
                + failed.message())
        .alike(
            "the evaluation failed: " + failed.message(),
            "in " + failed.rule().name() + " at " + time.text(failed.evaluation()))
        .difference(FailureKind.RULE_FAILED)
        .at(failed.rule().position());
  }
}
