package io.firedrill.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.rig.process.ProcessRigFactory;
import io.firedrill.internal.rig.process.ServerPair;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.suite.PreparedFile;
import io.firedrill.internal.suite.RunSettings;
import io.firedrill.internal.suite.ScenarioRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole compatibility suite through promtool and through Firedrill, side by side. */
@Tag("bench")
class PromtoolBenchmark {

  private static final String VERSION = "3.5.3";

  @TempDir Path scratch;

  @Test
  void wholeSuite() throws Exception {
    ServerPair servers = TestPairs.pair(VERSION);
    CompatFiles known = CompatFiles.read();
    List<Path> files = new ArrayList<>();
    List<PreparedFile> prepared = new ArrayList<>();
    for (Path file : known.tests()) {
      // Skips files that one of the two refuses.
      if (known.refusal("3.5", file).isEmpty() && known.difference("3.5", file).isEmpty()) {
        PreparedFile ready = prepare(file);
        if (ready != null) {
          files.add(file);
          prepared.add(ready);
        }
      }
    }
    ScenarioRunner runner =
        new ScenarioRunner(ProcessRigFactory.of(servers), RunSettings.withLogsIn(scratch));

    long first = firedrill(runner, prepared, 1);
    long one = firedrill(runner, prepared, 1);
    long two = firedrill(runner, prepared, 2);
    long promtool = promtool(servers.promtool().orElseThrow(), files);

    int tests = prepared.stream().mapToInt(p -> p.file().scenarios().size()).sum();
    System.out.printf(
        "%d promtool files, %d tests, Prometheus %s: promtool %d ms; Firedrill %d ms (ratio %.1f),"
            + " two rigs at a time %d ms (%.1f), first pass in the JVM %d ms (%.1f)%n",
        files.size(),
        tests,
        VERSION,
        promtool,
        one,
        (double) one / promtool,
        two,
        (double) two / promtool,
        first,
        (double) first / promtool);
  }

  private static PreparedFile prepare(Path file) {
    try {
      return PreparedFile.of(ScenarioFile.read(file));
    } catch (io.firedrill.internal.source.InputException refused) {
      return null;
    }
  }

  private static long firedrill(ScenarioRunner runner, List<PreparedFile> files, int jobs)
      throws Exception {
    long begin = System.nanoTime();
    ExecutorService pool = Executors.newFixedThreadPool(jobs);
    List<Future<?>> runs = new ArrayList<>();
    for (PreparedFile file : files) {
      for (Scenario scenario : file.file().scenarios()) {
        runs.add(pool.submit(() -> runner.run(file, scenario)));
      }
    }
    for (Future<?> run : runs) {
      run.get();
    }
    pool.shutdown();
    return (System.nanoTime() - begin) / 1_000_000;
  }

  private static long promtool(Path promtool, List<Path> files) throws IOException {
    List<String> command = new ArrayList<>(List.of(promtool.toString(), "test", "rules"));
    files.forEach(f -> command.add(f.toString()));
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    // Half of the files fail on purpose.
    assertThat(process.onExit().join().exitValue()).isEqualTo(1);
    return (System.nanoTime() - begin) / 1_000_000;
  }
}
