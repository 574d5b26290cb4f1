package io.firedrill.internal.mutation;

import java.util.List;
import java.util.stream.Collectors;

/** A report in Markdown, for pull requests: the survivors. */
public final class MutationMarkdown {

  private static final int MOST = 100;

  private MutationMarkdown() {}

  /** The report. */
  public static String of(MutationReport report) {
    List<MutantResult> survivors = report.of(MutantResult.Status.SURVIVED);
    StringBuilder text = new StringBuilder("### Mutants\n\n" + report.summary() + "\n");
    if (!survivors.isEmpty()) {
      text.append("\nNo test notices these changes:\n\n");
      survivors.stream().limit(MOST).forEach(mutant -> text.append(line(mutant)));
      if (survivors.size() > MOST) {
        text.append("- and ").append(survivors.size() - MOST).append(" more\n");
      }
    }
    return text.toString();
  }

  private static String line(MutantResult mutant) {
    String differences =
        mutant.unnoticed().stream()
            .flatMap(u -> u.difference().stream().map(d -> "\n  - " + code(u.test() + ": " + d)))
            .limit(3)
            .collect(Collectors.joining());
    return "- %s %s: %s (%s)%s\n"
        .formatted(
            code(mutant.place()),
            code(mutant.subject()),
            code(mutant.change()),
            mutant.why(),
            differences);
  }

  /** A text in backquotes, which contains none. */
  private static String code(String text) {
    return "`" + text.replace('`', '\'').replaceAll("\\s+", " ") + "`";
  }
}
