package io.firedrill.internal.cli;

import io.firedrill.internal.lint.FileKind;
import io.firedrill.internal.lint.LintResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The last lines of a check: which files were checked, and how many findings there are. */
final class CheckSummary {

  private CheckSummary() {}

  static List<String> lines(LintResult result) {
    List<Path> rules = result.files(FileKind.RULES);
    List<Path> routes = result.files(FileKind.ALERTMANAGER);
    List<Path> others = new ArrayList<>(result.files(FileKind.PROMETHEUS));
    others.addAll(result.files(FileKind.OTHER));
    StringBuilder text = new StringBuilder();
    text.append(count(result.rules(), "rule")).append(" in ").append(count(rules.size(), "file"));
    if (!routes.isEmpty()) {
      text.append(", ").append(count(routes.size(), "Alertmanager configuration"));
    }
    text.append(": ");
    text.append(result.findings().isEmpty() ? "no" : result.findings().size());
    text.append(result.findings().size() == 1 ? " finding" : " findings");
    if (others.isEmpty()) {
      return List.of(text.toString());
    }
    return List.of(
        text.toString(),
        "not checked: " + String.join(", ", others.stream().map(Path::toString).toList()));
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
