package io.firedrill.internal.cli;

import io.firedrill.internal.coverage.Coverage;
import io.firedrill.internal.coverage.Exemptions;
import io.firedrill.internal.result.FileResult;
import io.firedrill.internal.result.ResultJson;
import io.firedrill.internal.result.SuiteResult;
import io.firedrill.internal.result.TestResult;
import io.firedrill.internal.result.TestVerdict;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.suite.Exhaustion;
import io.firedrill.internal.suite.UnusableException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "merge",
    description = "Combines the records of several runs into one result with reports.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit status (the highest that applies):%n",
    exitCodeList = {
      "0:every test passed",
      "1:a test failed, or coverage is below --min-coverage",
      "2:bad input: arguments, or files",
      "70:a bug in Firedrill",
      "74:an output could not be written"
    })
final class MergeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "RECORD",
      description = "Files that firedrill test --record wrote")
  private List<Path> records;

  @Mixin private ReportFiles reports;

  @Mixin private CoverageOptions covering;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<SuiteResult> parts =
        records.stream().map(r -> Exhaustion.named(r, ResultJson::read)).toList();
    requireOneOfEach(parts);
    Exemptions exempt = covering.exemptions(Trust.FULL);
    reports.prepare(Trust.FULL);
    SuiteResult whole = merged(parts);
    long passed = whole.tests().filter(t -> t.verdict() == TestVerdict.PASSED).count();
    long failed = whole.tests().count() - passed;
    out.println(whole.servers());
    whole.files().forEach(file -> showFailed(file, out));
    PrintWriter err = spec.commandLine().getErr();
    whole.warnings().forEach(warning -> Terminal.lines(err, warning.text()));
    err.flush();
    reports.write(whole, exempt, out);
    out.println(passed + " passed, " + failed + " failed");
    int status = whole.passed() ? ExitStatus.PASSED : ExitStatus.FAILED;
    Coverage covered = Coverage.of(whole.coverage());
    if (covering.isGate()) {
      CoverageOptions.show(covered, exempt, out);
    }
    return Math.max(status, covering.judge(covered, exempt, err));
  }

  private static void showFailed(FileResult file, PrintWriter out) {
    for (TestResult test : file.tests()) {
      if (test.verdict() != TestVerdict.PASSED) {
        String word = test.verdict() == TestVerdict.ERROR ? "ERROR" : "FAIL";
        out.println("%-6s%s:%d  %s".formatted(word, file.path(), test.line(), test.name()));
      }
    }
  }

  /** Merges in the order of an unsplit run, as far as it is known. */
  private static SuiteResult merged(List<SuiteResult> parts) {
    SuiteResult joined =
        SuiteResult.of(
            parts.get(0).servers(), parts.stream().flatMap(part -> part.files().stream()));
    return new SuiteResult(
        joined.servers(),
        joined.files().stream()
            .sorted(Comparator.comparing(FileResult::path))
            .map(
                file ->
                    file.with(
                        file.tests().stream()
                            .sorted(Comparator.comparingInt(TestResult::line))
                            .toList()))
            .toList());
  }

  /** Refuses records of different servers, and tests that occur twice. */
  private void requireOneOfEach(List<SuiteResult> parts) {
    Set<String> servers =
        parts.stream()
            .map(SuiteResult::servers)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (servers.size() > 1) {
      throw new UnusableException(
          "cannot merge records of different servers: " + String.join("; ", servers));
    }
    Map<String, Path> seen = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      Path record = records.get(i);
      for (FileResult file : parts.get(i).files()) {
        for (TestResult test : file.tests()) {
          String name = file.path() + ":" + test.line() + " " + test.name();
          Path other = seen.put(name, record);
          if (other != null && !other.equals(record)) {
            throw new UnusableException(
                "test %s is in both %s and %s".formatted(name, other, record));
          }
        }
      }
    }
  }
}
