package io.firedrill.cli;

import io.firedrill.verdict.Failure;
import io.firedrill.verdict.ScenarioResult;
import io.firedrill.verdict.TimelineText;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a person sees of the results, one test at a time. */
final class TestOutput {

  private final PrintWriter out;

  TestOutput(PrintWriter out) {
    this.out = out;
  }

  void show(ScenarioResult result) {
    String where = result.file().path() + ":" + result.scenario().position().line();
    out.printf("%s  %s  %s%n", result.passed() ? "PASS" : "FAIL", where, result.scenario().name());
    if (result.file().alertmanagerConfig().isPresent()) {
      TimelineText.lines(result.timeline()).forEach(line -> out.println("      " + line));
    }
    for (Failure failure : result.failures()) {
      out.println(failure.text().indent(2).stripTrailing());
    }
    result.error().ifPresent(e -> out.println(e.text().indent(2).stripTrailing()));
    out.flush();
  }

  void summary(List<ScenarioResult> results, Path logs) {
    long failed = results.stream().filter(r -> !r.passed()).count();
    if (failed > 0 && Files.isDirectory(logs)) {
      out.println("the servers' logs of failed tests are in " + logs);
    }
    out.printf("%d passed, %d failed%n", results.size() - failed, failed);
    out.flush();
  }
}
