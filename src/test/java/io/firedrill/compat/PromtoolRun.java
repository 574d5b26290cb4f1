package io.firedrill.compat;

import io.firedrill.compat.Outcome.Judged;
import io.firedrill.compat.Outcome.Refused;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.source.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The outcome of test files in the real promtool, run by one process. */
final class PromtoolRun {

  private final Path promtool;
  private final Path scratch;

  /**
   * A promtool.
   *
   * @param scratch an existing directory for its JUnit file
   */
  PromtoolRun(Path promtool, Path scratch) {
    this.promtool = promtool;
    this.scratch = scratch;
  }

  /** Runs the tests of all files. */
  Map<Path, Outcome> outcomes(List<Path> files) throws IOException {
    Map<Path, List<Reported>> reports =
        output(List.of("--help")).contains("--junit") ? byJunit(files) : byText(files);
    Map<Path, Outcome> outcomes = new HashMap<>();
    for (Path file : files) {
      List<Reported> reported = Optional.ofNullable(reports.get(file)).orElseThrow();
      outcomes.put(file, outcome(file, reported));
    }
    return outcomes;
  }

  /**
   * A failure.
   *
   * @param test the test as the JUnit file names it; the text output does not
   * @param text the failure in promtool's words
   */
  record Reported(Optional<String> test, String text) {}

  private Map<Path, List<Reported>> byJunit(List<Path> files) throws IOException {
    Path junit = scratch.resolve("junit.xml");
    output(arguments(List.of("--junit=" + junit), files));
    return JunitFile.read(Files.readString(junit));
  }

  private Map<Path, List<Reported>> byText(List<Path> files) throws IOException {
    return TextOutput.read(output(arguments(List.of(), files)));
  }

  private static List<String> arguments(List<String> flags, List<Path> files) {
    List<String> arguments = new ArrayList<>(flags);
    files.forEach(f -> arguments.add(f.toString()));
    return arguments;
  }

  private String output(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(promtool.toString(), "test", "rules"));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (InputStream output = process.getInputStream()) {
      return new String(output.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Outcome outcome(Path file, List<Reported> reports) {
    TestNames names = new TestNames(scenarios(file));
    List<FailedAssertion> failed = new ArrayList<>();
    for (Reported report : reports) {
      Optional<FailedAssertion> assertion = FailureBlock.read(report.text());
      if (assertion.isEmpty()) {
        return new Refused(report.text());
      }
      FailedAssertion a = assertion.get();
      failed.add(
          report
              .test()
              .map(test -> new FailedAssertion(test, a.kind(), a.subject(), a.time()))
              .orElseGet(() -> names.complete(a)));
    }
    return new Judged(failed);
  }

  private static List<Scenario> scenarios(Path file) {
    try {
      return ScenarioFile.read(file).scenarios();
    } catch (InputException e) {
      return List.of();
    }
  }
}
