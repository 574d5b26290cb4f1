package io.firedrill.internal.lint;

import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import io.firedrill.internal.source.Suggestions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comments of a file that ignore checks. A comment above or within a rule, route or receiver
 * applies to it; a comment above all of them applies to the file.
 */
final class Ignores {

  /** The check name of findings about the comments themselves. */
  static final String CHECK = "ignore";

  private static final Pattern COMMENT =
      Pattern.compile("(?:^|\\s)#\\s*firedrill:\\s*ignore\\b\\s*(\\S*)[ \\t]*(.*)$");

  private final Path file;
  private final List<String> lines;
  private final List<Ignore> ignores = new ArrayList<>();

  /**
   * Reads the comments.
   *
   * @param starts the first lines, from 1, of everything that a comment can apply to
   */
  Ignores(Path file, String text, Collection<Integer> starts) {
    this.file = file;
    this.lines = text.lines().toList();
    List<Integer> begins = new ArrayList<>();
    new TreeSet<>(starts).forEach(start -> begins.add(withComments(start)));
    for (int line = 1; line <= lines.size(); line++) {
      Matcher comment = COMMENT.matcher(lines.get(line - 1));
      if (comment.find()) {
        add(line, comment.group(1), comment.group(2).strip(), begins);
      }
    }
  }

  /** The first line of the comments right above a line, or the line itself. */
  private int withComments(int start) {
    int line = start;
    while (line > 1 && lines.get(line - 2).strip().startsWith("#")) {
      line--;
    }
    return line;
  }

  private void add(int line, String check, String reason, List<Integer> begins) {
    int from = 1;
    int to = lines.size();
    for (int begin : begins) {
      if (begin <= line) {
        from = begin;
      } else if (from > 1 || begins.get(0) <= line) {
        to = begin - 1;
        break;
      }
    }
    ignores.add(new Ignore(line, check, reason, from, to));
  }

  /** The findings that are not ignored, and findings about invalid comments. */
  List<Finding> apply(List<Finding> findings, Collection<String> checks) {
    List<Finding> left = new ArrayList<>(findings);
    left.removeIf(finding -> ignores.stream().anyMatch(ignore -> ignore.covers(finding)));
    for (Ignore ignore : ignores) {
      if (!checks.contains(ignore.check())) {
        Optional<String> hint = Suggestions.hint(ignore.check(), checks);
        left.add(
            finding(
                ignore,
                ignore.check().isEmpty()
                    ? "a check's name is missing"
                    : "there is no check \"" + ignore.check() + "\"",
                hint.orElse("one of: " + String.join(", ", new TreeSet<>(checks)))));
      } else if (ignore.reason().isEmpty()) {
        left.add(
            finding(
                ignore,
                "a reason is missing",
                "# firedrill: ignore " + ignore.check() + " it is meant to fire at once"));
      } else if (findings.stream().noneMatch(ignore::covers)) {
        left.add(
            finding(
                ignore, ignore.check() + " finds nothing here to ignore", "remove the comment"));
      }
    }
    return left;
  }

  private Finding finding(Ignore ignore, String message, String hint) {
    String line = lines.get(ignore.line() - 1);
    Matcher matcher = COMMENT.matcher(line);
    int comment = matcher.find() ? line.indexOf('#', matcher.start()) : 0;
    int column = line.codePointCount(0, comment) + 1;
    String text = line.substring(comment).stripTrailing();
    return new Finding(
        CHECK,
        new Problem(
            Severity.WARNING,
            new Position(file, ignore.line(), column),
            message + " [" + CHECK + "]",
            line,
            text.codePointCount(0, text.length()),
            Optional.of(hint)));
  }
}
