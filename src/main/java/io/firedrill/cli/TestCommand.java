package io.firedrill.cli;

import io.firedrill.engine.PreparedFile;
import io.firedrill.engine.RunSettings;
import io.firedrill.engine.ScenarioRunner;
import io.firedrill.report.JsonResult;
import io.firedrill.rig.RigFactory;
import io.firedrill.rig.process.ProcessRigFactory;
import io.firedrill.rig.process.ServerBinaries;
import io.firedrill.rig.process.ServerRequest;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.ScenarioFile;
import io.firedrill.source.Problem;
import io.firedrill.verdict.ScenarioResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "test",
    description = "Runs scenario files: promtool test files, perhaps with Firedrill's keys.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every test passed",
      "1:a test failed",
      "2:bad input",
      "3:no usable server or container engine"
    })
final class TestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Scenario files, or directories of them. Default: test-scenarios")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--backend", description = "Where the servers run: ${COMPLETION-CANDIDATES}")
  private Backend backend = Backend.AUTO;

  @Option(names = "--prometheus", paramLabel = "REF", description = "A version, or a path")
  private String prometheus;

  @Option(names = "--alertmanager", paramLabel = "REF", description = "A version, or a path")
  private String alertmanager;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the result as JSON")
  private Path json;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<PreparedFile> files = new ArrayList<>();
    for (Path path : ScenarioPaths.find(paths)) {
      ScenarioFile file = ScenarioFile.read(path);
      file.warnings().stream().map(Problem::render).forEach(out::println);
      files.add(PreparedFile.of(file));
    }
    RigFactory rigs = rigs();
    out.println(rigs.description());
    Path logs = Files.createTempDirectory("firedrill-logs-");
    Files.delete(logs);
    ScenarioRunner runner = new ScenarioRunner(rigs, RunSettings.withLogsIn(logs));
    TestOutput output = new TestOutput(out);
    List<ScenarioResult> results = new ArrayList<>();
    for (PreparedFile file : files) {
      for (Scenario scenario : file.file().scenarios()) {
        ScenarioResult result = runner.run(file, scenario);
        output.show(result);
        results.add(result);
      }
    }
    output.summary(results, logs);
    if (json != null) {
      Files.writeString(json, JsonResult.of(rigs.description(), results));
    }
    return results.stream().allMatch(ScenarioResult::passed)
        ? ExitStatus.PASSED
        : ExitStatus.FAILED;
  }

  private RigFactory rigs() {
    PrintWriter err = spec.commandLine().getErr();
    Map<String, String> environment = System.getenv();
    ServerRequest request = ServerRequest.fromEnvironment(environment);
    if (prometheus != null || alertmanager != null) {
      request =
          new ServerRequest(
              prometheus == null ? "" : prometheus, alertmanager == null ? "" : alertmanager);
    }
    return ProcessRigFactory.of(ServerBinaries.ofThisMachine(err::println).locate(request));
  }
}
