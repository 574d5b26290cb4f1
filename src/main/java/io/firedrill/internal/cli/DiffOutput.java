package io.firedrill.internal.cli;

import io.firedrill.internal.cli.Style.Word;
import io.firedrill.internal.comparison.ComparedTest;
import io.firedrill.internal.comparison.ComparedTest.Extent;
import io.firedrill.internal.comparison.ComparisonText;
import io.firedrill.internal.result.WarningResult;
import io.firedrill.internal.revision.Tree;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.suite.DiffRun;
import io.firedrill.internal.suite.DiffTest;
import io.firedrill.internal.suite.Outcome;
import io.firedrill.internal.suite.Outcome.Ending;
import io.firedrill.internal.text.Printable;
import io.firedrill.internal.verdict.RunError;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Prints a comparison, one test at a time. */
final class DiffOutput implements DiffRun.Listener {

  private final PrintWriter out;
  private final PrintWriter err;
  private final Tree base;
  private final Tree head;
  private final Set<Problem> warnings = new LinkedHashSet<>();
  private final OutcomeMessages messages = new OutcomeMessages();
  private int status = ExitStatus.PASSED;

  DiffOutput(PrintWriter out, PrintWriter err, Tree base, Tree head) {
    this.out = out;
    this.err = err;
    this.base = base;
    this.head = head;
  }

  void begin(Optional<String> servers) {
    servers.ifPresent(out::println);
    out.println("from " + base.name() + " to " + head.name());
    out.flush();
  }

  /** Prints a compared test. The summary reports tests that were not run. */
  @Override
  public void compared(ComparedTest test) {
    if (test.extent() == Extent.UNCHANGED) {
      return;
    }
    Terminal.of(out).about(word(test), test.place() + "  " + test.name());
    if (!test.note().isEmpty()) {
      String consequence = test.extent() == Extent.HEAD_ONLY ? ": everything is new" : "";
      out.println("      " + test.note() + consequence);
    }
    ComparisonText.lines(test.comparison())
        .forEach(line -> Terminal.lines(out, Printable.line("      " + line)));
    out.flush();
  }

  private static Word word(ComparedTest test) {
    if (test.extent() == Extent.HEAD_ONLY) {
      return Word.NEW;
    }
    return test.comparison().isEmpty() ? Word.SAME : Word.DIFF;
  }

  /** Prints a test whose run was aborted on one side. */
  @Override
  public void broken(DiffTest test, Outcome outcome, String side) {
    Terminal.of(out)
        .about(
            Word.ERROR,
            "%s:%d  %s"
                .formatted(test.file(), test.scenario().position().line(), test.scenario().name()));
    String why = outcome.result().error().map(RunError::text).orElse("");
    Terminal.lines(out, named("under " + side + ": " + why).indent(6).stripTrailing());
    out.flush();
    messages
        .of(outcome)
        .ifPresent(
            message -> {
              Terminal.lines(err, named(message));
              err.flush();
            });
    int ending = outcome.ending() == Ending.RUN ? ExitStatus.BAD_INPUT : ExitStatus.of(outcome);
    status = Math.max(status, ending);
  }

  /** The exit status: passed, unless a run was aborted. */
  int status() {
    return status;
  }

  /** Prints each warning about one side once. */
  @Override
  public void warn(List<Problem> found) {
    List<Problem> fresh =
        TreeNames.in(head, TreeNames.in(base, found)).stream().filter(warnings::add).toList();
    Terminal.warnings(err, fresh);
  }

  /** The warnings so far. */
  List<WarningResult> warnings() {
    return WarningResult.of(List.copyOf(warnings));
  }

  private String named(String message) {
    return head.named(base.named(message));
  }
}
