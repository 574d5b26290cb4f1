package io.firedrill.internal.rig.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.RigSpec;
import io.firedrill.internal.rig.RigSpec.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** However the JVM ends, its containers end and are removed. */
class NothingLeftBehindTest {

  private static final Duration SOON = Duration.ofMinutes(5);

  private final TestContainer container = TestContainer.fresh();

  @Test
  void whenTheJvmIsKilled() throws Exception {
    Process jvm = startJvm();
    assertThat(container.exists()).isTrue();

    jvm.destroyForcibly();

    assertThat(jvm.waitFor()).isEqualTo(128 + 9);
    assertThat(container.isGoneWithin(SOON)).isTrue();
  }

  @Test
  void whenTheJvmEnds() throws Exception {
    Process jvm = startJvm();

    jvm.getOutputStream().close();

    assertThat(jvm.waitFor()).isZero();
    assertThat(container.isGoneWithin(SOON)).isTrue();
  }

  @Test
  void whenTheFactoryIsClosed() {
    RigFactory rigs = container.rigs(create -> {});
    rigs.start(RigSpec.of(Topology.PROMETHEUS, Instant.EPOCH), null).close();
    assertThat(container.exists()).isTrue();

    rigs.close();

    assertThat(container.isGoneWithin(SOON)).isTrue();
  }

  private Process startJvm() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ChildJvm.class.getName(),
            container.name());
    Process jvm = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    assertThat(jvm.inputReader().readLine()).startsWith("ready ");
    return jvm;
  }
}
