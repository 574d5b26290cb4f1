package io.firedrill.internal.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.process.ProcessRigFactory;
import io.firedrill.internal.rig.process.ServerBinary;
import io.firedrill.internal.rig.process.ServerPair;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.verdict.ScenarioResult;
import io.firedrill.model.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that are started by scripts, which add options. */
class WrappedServerTest {

  private static final String NEWEST = TestPairs.VERSIONS[TestPairs.VERSIONS.length - 1];

  @TempDir Path temporary;

  @Test
  void runsUnderTheClockIfAScriptExecutesTheServer() throws Exception {
    Timeline direct = run(TestPairs.newest()).timeline();

    ScenarioResult result = run(wrapped("date +%s; exec env LANG=C \"$SERVER\" \"$@\""));

    assertThat(result.error()).isEmpty();
    assertThat(result.passed()).isTrue();
    assertThat(result.timeline()).isEqualTo(direct);
  }

  @Test
  void isRefusedIfAScriptRunsTheServerAsAnotherProcess() throws Exception {
    ServerPair pair = TestPairs.pair(NEWEST);

    ScenarioResult result = run(wrapped("\"$SERVER\" \"$@\"; exit $?"));

    assertThat(result.error().orElseThrow().summary())
        .isIn(
            refusal("prometheus", pair.prometheus()), refusal("alertmanager", pair.alertmanager()));
  }

  private static String refusal(String program, ServerBinary binary) {
    return program
        + " runs "
        + binary.executable()
        + " as another process, for which the clock cannot wait; a script has to start its server"
        + " with exec";
  }

  private ScenarioResult run(RigFactory rigs) {
    return TestRuns.run(rigs, TestRuns.FAILED_INGESTION, temporary);
  }

  private RigFactory wrapped(String script) throws IOException {
    ServerPair pair = TestPairs.pair(NEWEST);
    Path share = pair.alertmanager().executable().resolveSibling("share");
    if (Files.isDirectory(share)) {
      Files.createSymbolicLink(temporary.resolve("share"), share);
    }
    return ProcessRigFactory.of(
        new ServerPair(
            wrapped(pair.prometheus(), script),
            wrapped(pair.alertmanager(), script),
            Optional.empty()));
  }

  private ServerBinary wrapped(ServerBinary binary, String script) throws IOException {
    Path wrapper = temporary.resolve(binary.executable().getFileName());
    Files.writeString(
        wrapper, "#!/bin/sh\nSERVER='%s'\n%s\n".formatted(binary.executable(), script));
    assertThat(wrapper.toFile().setExecutable(true)).isTrue();
    return new ServerBinary(wrapper, binary.version(), binary.origin(), "");
  }
}
