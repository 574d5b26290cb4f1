package io.firedrill.internal.rig.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.exception.InternalServerErrorException;
import io.firedrill.internal.rig.RigException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages if no container can be started. */
class ContainerMessagesTest {

  @TempDir private Path directory;

  @Test
  void engineMissing() {
    assertThat(Engine.missing())
        .hasMessage(
            """
            no container engine answers.
            Ways out:
            - start one, or say where it is in DOCKER_HOST or in ~/.testcontainers.properties
            - run the servers without containers: set the backend to local""");
  }

  @Test
  void architectureWithoutALauncher() {
    assertThatThrownBy(() -> Engine.launcher("linux", "s390x"))
        .isInstanceOf(RigException.class)
        .hasMessage(
            """
            containers need an engine of Linux on amd64 or arm64, and this one is of linux on s390x.
            Ways out:
            - name another engine in DOCKER_HOST
            - run the servers without containers: set the backend to local""");
    assertThatThrownBy(() -> Engine.launcher("windows", "x86_64"))
        .hasMessageContaining("and this one is of windows on x86_64.");
    assertThat(Engine.launcher("linux", "x86_64")).startsWith(0x7f, 'E', 'L', 'F');
    assertThat(Engine.launcher("linux", "aarch64")).startsWith(0x7f, 'E', 'L', 'F');
  }

  @Test
  void imageMissing() {
    assertThat(SourceImage.notToBeHad("prom/prometheus:v9.9.9", "manifest unknown"))
        .hasMessage(
            """
            the image prom/prometheus:v9.9.9 is not to be had: manifest unknown
            Ways out:
            - name another version or image: firedrill.prometheus and firedrill.alertmanager
            - name a mirror of the registry: hub.image.name.prefix in ~/.testcontainers.properties
            - run the servers without containers: set the backend to local""");
  }

  @Test
  void imageMissingOnTheEngine() {
    TestImages.requireEngine();

    assertThatThrownBy(
            () ->
                ContainerRigFactory.of(new ContainerRequest("localhost:1/none:v1", ""), line -> {}))
        .isInstanceOf(RigException.class)
        .hasMessageStartingWith("the image localhost:1/none:v1 is not to be had: ")
        .hasMessageContaining("localhost:1/v2/");
  }

  @Test
  void messagesOfEnginesWithoutProtocol() {
    assertThat(
            EngineWords.of(
                new InternalServerErrorException(
                    "Status 500: {\"message\":\"Get \\\"https://x/v2/\\\": no such host\"}\n")))
        .isEqualTo("Get \"https://x/v2/\": no such host");
    assertThat(EngineWords.of(new InternalServerErrorException("broken pipe")))
        .isEqualTo("Status 500: broken pipe");
  }

  @Test
  void doesNotConnectIfNoEngineListens() {
    Map<String, String> nowhere =
        Map.of(
            "HOME", directory.toString(),
            "XDG_RUNTIME_DIR", directory.toString(),
            "DOCKER_HOST", "unix://" + directory.resolve("docker.sock"));

    assertThat(EngineAddress.named(nowhere)).isFalse();
    assertThat(EngineAddress.named(Map.of("DOCKER_HOST", "tcp://127.0.0.1:1"))).isFalse();
    assertThat(EngineAddress.named(Map.of("DOCKER_HOST", "ssh://engine.example"))).isTrue();
  }
}
