package io.firedrill.internal.cli;

import io.firedrill.internal.mutation.MutantResult;
import io.firedrill.internal.mutation.MutationReport;
import io.firedrill.internal.mutation.MutationText;
import io.firedrill.internal.text.Printable;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints mutants. */
final class MutationOutput {

  private final PrintWriter out;

  MutationOutput(PrintWriter out) {
    this.out = out;
  }

  /** The first line: {@code 14 mutants, 2 tests}. */
  static String beginning(int mutants, int tests) {
    return (mutants == 1 ? "1 mutant, " : mutants + " mutants, ")
        + (tests == 1 ? "1 test" : tests + " tests");
  }

  void show(MutantResult mutant) {
    MutationText.lines(mutant).forEach(line -> out.println(Printable.line(line)));
  }

  /** The last lines. */
  void end(MutationReport report) {
    if (!report.servers().isEmpty()) {
      out.println(MutationText.runs(report.count()));
    }
    out.println(report.summary());
    out.flush();
  }

  /** {@code 90} or {@code 92.5}. */
  static String percent(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
