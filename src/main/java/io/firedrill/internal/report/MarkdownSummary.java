package io.firedrill.internal.report;

import io.firedrill.internal.coverage.Coverage;
import io.firedrill.internal.coverage.CoverageItem;
import io.firedrill.internal.coverage.CoverageText;
import io.firedrill.internal.coverage.Gap;
import io.firedrill.internal.coverage.Gaps;
import io.firedrill.internal.result.AttemptResult;
import io.firedrill.internal.result.FailedNotificationResult;
import io.firedrill.internal.result.FileResult;
import io.firedrill.internal.result.NotificationResult;
import io.firedrill.internal.result.SuiteResult;
import io.firedrill.internal.result.TestResult;
import io.firedrill.internal.result.TestVerdict;
import io.firedrill.internal.result.WarningResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Results in GitHub's Markdown, for comments on pull requests and job summaries. The text stays
 * below GitHub's limits of 65,536 characters for a comment and 1 MiB for a summary.
 */
public final class MarkdownSummary {

  static final int LIMIT = 60_000;
  private static final int ROWS = 50;
  private static final int TEXT = 6_000;

  private final SuiteResult result;
  private final Optional<Coverage> coverage;

  private MarkdownSummary(SuiteResult result, Optional<Coverage> coverage) {
    this.result = result;
    this.coverage = coverage;
  }

  /**
   * The summary of a run.
   *
   * @param coverage the run's coverage with exemptions, if it is known
   */
  public static String of(SuiteResult result, Optional<Coverage> coverage) {
    return new MarkdownSummary(result, coverage).text();
  }

  /** A failure or an error. */
  private record Wrong(String word, String test, String where, String summary, String text) {}

  private String text() {
    List<Wrong> wrong = wrong();
    String head = head() + table(wrong);
    String tail = warnings() + notifications() + coverage() + servers();
    StringBuilder details = new StringBuilder();
    int shown = 0;
    for (Wrong one : wrong) {
      String detail = detail(one);
      if (head.length() + details.length() + detail.length() + tail.length() < LIMIT) {
        details.append(detail);
        shown++;
      }
    }
    String rest =
        shown < wrong.size() ? (wrong.size() - shown) + " more in full in the report.\n\n" : "";
    return head + details + rest + tail;
  }

  private String head() {
    long all = result.tests().count();
    long passed = count(TestVerdict.PASSED);
    String title =
        passed == all
            ? all == 1 ? "the scenario passed" : all + " scenarios passed"
            : (all - passed) + " of " + scenarios(all) + " did not pass";
    return "## Firedrill: " + title + "\n\n";
  }

  private static String scenarios(long count) {
    return count + (count == 1 ? " scenario" : " scenarios");
  }

  private long count(TestVerdict verdict) {
    return result.tests().filter(test -> test.verdict() == verdict).count();
  }

  private List<Wrong> wrong() {
    List<Wrong> wrong = new ArrayList<>();
    for (FileResult file : result.files()) {
      for (TestResult test : file.tests()) {
        test.error()
            .ifPresent(
                e ->
                    wrong.add(
                        new Wrong(
                            "error",
                            test.name(),
                            e.file() + ":" + e.line(),
                            e.summary().lines().findFirst().orElse(""),
                            e.summary())));
        test.failures()
            .forEach(
                f ->
                    wrong.add(
                        new Wrong(
                            "failed",
                            test.name(),
                            f.file() + ":" + f.line(),
                            f.summary(),
                            f.text())));
      }
    }
    return wrong;
  }

  private static String table(List<Wrong> wrong) {
    if (wrong.isEmpty()) {
      return "";
    }
    String rows =
        wrong.stream()
            .limit(ROWS)
            .map(
                w ->
                    row(
                        w.word(),
                        MarkdownText.plain(cut(w.test(), 100)),
                        MarkdownText.code(cut(w.where(), 150)),
                        MarkdownText.plain(cut(w.summary(), 200))))
            .collect(Collectors.joining());
    String more =
        wrong.size() > ROWS ? row("", "and " + (wrong.size() - ROWS) + " more", "", "") : "";
    return row("", "scenario", "where", "what")
        + row("---", "---", "---", "---")
        + rows
        + more
        + "\n";
  }

  private static String detail(Wrong wrong) {
    return "<details><summary>"
        + MarkdownText.plain(cut(wrong.test() + ": " + wrong.summary(), 250))
        + "</summary>\n\n"
        + MarkdownText.block("diff", unindented(cut(wrong.text(), TEXT)))
        + "\n</details>\n\n";
  }

  /** Removes the indentation: in a diff block, lines that begin with - and + are colored. */
  private static String unindented(String text) {
    return text.replaceAll("(?m)^ {4}([-+ ] )", "$1");
  }

  private String warnings() {
    List<WarningResult> warnings = result.warnings();
    if (warnings.isEmpty()) {
      return "";
    }
    String rows =
        warnings.stream()
            .limit(ROWS)
            .map(
                w ->
                    row(
                        MarkdownText.code(cut(w.file() + ":" + w.line(), 150)),
                        MarkdownText.plain(cut(w.message(), 300))))
            .collect(Collectors.joining());
    return "### Warnings\n\n"
        + row("where", "what")
        + row("---", "---")
        + rows
        + (warnings.size() > ROWS ? row("", "and " + (warnings.size() - ROWS) + " more") : "")
        + "\n";
  }

  private String notifications() {
    Map<String, long[]> counts = new TreeMap<>();
    for (TestResult test : result.tests().toList()) {
      for (NotificationResult n : test.notifications()) {
        count(counts, n.receiver(), n.integration())[n.status().equals("resolved") ? 1 : 0]++;
      }
      for (AttemptResult a : test.failedAttempts()) {
        count(counts, a.receiver(), a.integration())[2]++;
      }
      for (FailedNotificationResult f : test.failedNotifications()) {
        count(counts, f.receiver(), f.integration())[3]++;
      }
    }
    if (counts.isEmpty()) {
      return "";
    }
    String rows =
        counts.entrySet().stream()
            .limit(ROWS)
            .map(
                e ->
                    row(
                        e.getKey(),
                        "" + e.getValue()[0],
                        "" + e.getValue()[1],
                        "" + e.getValue()[2],
                        "" + e.getValue()[3]))
            .collect(Collectors.joining());
    return "### Notifications\n\n"
        + row("receiver", "firing", "resolved", "failed attempts", "given up")
        + row("---", "--:", "--:", "--:", "--:")
        + rows
        + "\n";
  }

  private static long[] count(Map<String, long[]> counts, String receiver, String integration) {
    String key =
        MarkdownText.plain(cut(receiver, 100)) + " (" + MarkdownText.plain(integration) + ")";
    return counts.computeIfAbsent(key, any -> new long[4]);
  }

  private String coverage() {
    return coverage
        .map(c -> "### Coverage\n\n" + CoverageText.markdown(c) + "\n\n" + uncovered(c))
        .orElse("");
  }

  private static String uncovered(Coverage coverage) {
    Gaps gaps = Gaps.of(coverage.lines());
    if (gaps.all().isEmpty()) {
      return "";
    }
    String rows = gaps.first().stream().map(MarkdownSummary::row).collect(Collectors.joining());
    int more = gaps.all().size() - gaps.first().size();
    return row("not covered", "kind", "name", "what")
        + row("---", "---", "---", "---")
        + rows
        + (more > 0 ? row("and " + more + " more", "", "", "") : "")
        + "\n";
  }

  private static String row(Gap gap) {
    CoverageItem item = gap.top().item();
    return row(
        MarkdownText.code(cut(item.file() + ":" + item.line(), 150)),
        item.kind().text(),
        MarkdownText.plain(cut(item.name(), 100)),
        gap.missingText());
  }

  private String servers() {
    return "<sub>" + MarkdownText.plain(cut(result.servers(), 300)) + "</sub>\n";
  }

  private static String row(String... cells) {
    return Stream.of(cells).collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return text.substring(0, end) + " ...";
  }
}
