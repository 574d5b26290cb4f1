package io.firedrill.internal.report;

import io.firedrill.internal.lint.Finding;
import io.firedrill.internal.result.ErrorResult;
import io.firedrill.internal.result.Extras;
import io.firedrill.internal.result.FailureResult;
import io.firedrill.internal.result.Picture;
import io.firedrill.internal.result.PictureRule;
import io.firedrill.internal.result.SuiteResult;
import io.firedrill.internal.result.TestResult;
import io.firedrill.internal.result.WarningResult;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import io.firedrill.internal.text.Printable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Failures as annotations of lines of files: at the expectation, and at the rule if a failure is
 * about a single alert. Warnings follow.
 */
public enum Annotations {
  /** GitHub's workflow commands ("Setting an error message" in its documentation). */
  GITHUB {
    @Override
    String line(Annotation annotation) {
      return String.format(
          "::%s file=%s,line=%d,col=%d,title=%s::%s",
          annotation.level(),
          property(annotation.file()),
          annotation.line(),
          annotation.column(),
          property(annotation.title()),
          data(annotation.text()));
    }

    @Override
    String level(Severity severity) {
      return severity == Severity.INFO ? "notice" : severity.toString();
    }
  },
  /** {@code file:line:column: error: message}, which editors and most CI systems know. */
  GNU {
    @Override
    String line(Annotation annotation) {
      return String.format(
          "%s:%d:%d: %s: %s: %s",
          annotation.file(),
          annotation.line(),
          annotation.column(),
          annotation.level(),
          oneLine(annotation.title()),
          oneLine(annotation.summary()));
    }

    @Override
    String level(Severity severity) {
      return severity == Severity.INFO ? "note" : severity.toString();
    }
  };

  private record Annotation(
      String level, String file, int line, int column, String title, String summary, String text) {}

  /** The lines, without line ends, in the order of the tests. */
  public List<String> of(SuiteResult result) {
    LinkedHashSet<String> lines = new LinkedHashSet<>();
    result.tests().flatMap(test -> annotations(test).stream()).forEach(a -> lines.add(line(a)));
    // GitHub shows only ten annotations per job, so failures come first.
    result.warnings().forEach(warning -> lines.add(line(ofWarning(warning))));
    return List.copyOf(lines);
  }

  /** The lines for findings of checks, the worst first. */
  public List<String> ofFindings(List<Finding> findings) {
    return findings.stream()
        .sorted(Comparator.comparing(finding -> finding.problem().severity()))
        .map(finding -> line(ofFinding(finding)))
        .distinct()
        .toList();
  }

  abstract String line(Annotation annotation);

  private Annotation ofFinding(Finding finding) {
    Problem problem = finding.problem();
    return new Annotation(
        level(problem.severity()),
        problem.position().file().toString(),
        problem.position().line(),
        problem.position().column(),
        finding.check(),
        finding.message(),
        finding.message() + problem.hint().map(hint -> "\nhint: " + hint).orElse(""));
  }

  /** The form's word. */
  abstract String level(Severity severity);

  private static List<Annotation> annotations(TestResult test) {
    List<PictureRule> rules =
        test.extras().flatMap(Extras::picture).map(Picture::rules).orElse(List.of());
    List<Annotation> annotations = new ArrayList<>();
    Map<PictureRule, List<String>> ofRules = new LinkedHashMap<>();
    for (FailureResult failure : test.failures()) {
      annotations.add(ofFailure(test, failure));
      RuleOfFailure.of(failure, rules)
          .ifPresent(
              rule ->
                  ofRules.computeIfAbsent(rule, any -> new ArrayList<>()).add(failure.summary()));
    }
    ofRules.forEach((rule, summaries) -> annotations.add(ofRule(test, rule, summaries)));
    test.error().ifPresent(error -> annotations.add(ofError(test, error)));
    return annotations;
  }

  private static Annotation ofFailure(TestResult test, FailureResult failure) {
    return new Annotation(
        "error",
        failure.file(),
        failure.line(),
        failure.column(),
        test.name(),
        failure.summary(),
        withoutTimeline(failure.text()));
  }

  /** Beside a line of a file there is little room. */
  private static String withoutTimeline(String text) {
    return text.replaceFirst("(?s)\n  timeline( around [^\n]*)?:\n.*", "");
  }

  /** One annotation for all failures of a rule: GitHub shows only ten per job. */
  private static Annotation ofRule(TestResult test, PictureRule rule, List<String> summaries) {
    String text = String.join("\n", summaries);
    return new Annotation(
        "error", rule.file(), rule.line(), rule.column(), test.name(), text, text);
  }

  private static Annotation ofWarning(WarningResult warning) {
    return new Annotation(
        "warning",
        warning.file(),
        warning.line(),
        warning.column(),
        "Firedrill",
        warning.message(),
        warning.text());
  }

  private static Annotation ofError(TestResult test, ErrorResult error) {
    return new Annotation(
        "error",
        error.file(),
        error.line(),
        error.column(),
        test.name(),
        error.summary(),
        error.summary());
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  private static String oneLine(String text) {
    return Printable.line(text.strip().replaceAll("\\s*[\r\n]+\\s*", " "));
  }
}
