package io.firedrill.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.engine.RunSettings;
import io.firedrill.engine.ScenarioRunner;
import io.firedrill.rig.process.ProcessRigFactory;
import io.firedrill.rig.process.ServerBinaries;
import io.firedrill.rig.process.ServerPair;
import io.firedrill.rig.process.ServerRequest;
import io.firedrill.rig.process.ServersNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every test file fails in the same assertions as with the promtool of the same version. */
class PromtoolCompatTest {

  @TempDir Path scratch;

  @TestFactory
  Stream<DynamicTest> agreesWith242() throws IOException {
    return tests("2.42");
  }

  @TestFactory
  Stream<DynamicTest> agreesWith253() throws IOException {
    return tests("2.53");
  }

  @TestFactory
  Stream<DynamicTest> agreesWith35() throws IOException {
    return tests("3.5");
  }

  private Stream<DynamicTest> tests(String version) throws IOException {
    ServerPair servers = servers(version);
    List<Path> files = CompatFiles.tests();
    Map<Path, Outcome> promtool =
        new PromtoolRun(servers.promtool().orElseThrow(), scratch).outcomes(files);
    FiredrillRun firedrill =
        new FiredrillRun(
            new ScenarioRunner(
                ProcessRigFactory.of(servers), RunSettings.withLogsIn(scratch.resolve("logs"))));
    return files.stream()
        .map(
            f ->
                DynamicTest.dynamicTest(
                    CompatFiles.ROOT.relativize(f).toString(),
                    f.toUri(),
                    () ->
                        assertThat(Outcome.difference(promtool.get(f), firedrill.outcome(f)))
                            .isEmpty()));
  }

  private static ServerPair servers(String version) {
    try {
      return ServerBinaries.ofThisMachine(System.err::println)
          .locate(ServerRequest.ofPrometheus(version));
    } catch (ServersNotFoundException e) {
      return Assumptions.abort("no Prometheus " + version + " here: " + e.getMessage());
    }
  }
}
