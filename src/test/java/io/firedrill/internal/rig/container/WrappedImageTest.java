package io.firedrill.internal.rig.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import io.firedrill.internal.rig.RigException;
import io.firedrill.internal.suite.TestRuns;
import io.firedrill.internal.verdict.ScenarioResult;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images whose entrypoint is a script, as people write them to add options. */
class WrappedImageTest {

  /** The server is moved, so that only the script finds it, by a variable of the image. */
  private static final String PROMETHEUS =
      """
      FROM prom/prometheus:v3.5.3
      COPY --from=prom/prometheus:v3.5.3 /bin/prometheus /opt/server/prometheus
      ENV PATH=/opt/server:/bin SERVER=prometheus
      COPY start.sh /entrypoint.sh
      ENTRYPOINT ["/entrypoint.sh"]
      """;

  /** The same, but the script has the name of the server, and a link refers to it. */
  private static final String ALERTMANAGER =
      """
      FROM prom/alertmanager:v0.33.1
      COPY --from=prom/alertmanager:v0.33.1 /bin/alertmanager /opt/server/alertmanager
      ENV PATH=/opt/server:/bin SERVER=alertmanager
      COPY start.sh /bin/alertmanager
      USER root
      RUN ["/bin/busybox", "ln", "-s", "bin/alertmanager", "/start"]
      USER nobody
      ENTRYPOINT ["/start"]
      """;

  private static final String EXEC = "exec \"$SERVER\" \"$@\"";
  private static final String CHILD = "\"$SERVER\" \"$@\"; exit $?";

  @TempDir private Path logs;

  private final List<String> made = new ArrayList<>();
  private DockerClient client;

  @BeforeEach
  void connect() {
    TestImages.requireEngine();
    client = Engine.connect().client();
  }

  @AfterEach
  void removeImages() {
    made.forEach(image -> client.removeImageCmd(image).withForce(true).exec());
  }

  @Test
  void runsAPrometheusThatAScriptExecutes() {
    assertRuns(new ContainerRequest(image(PROMETHEUS, EXEC), TestImages.ALERTMANAGER));
  }

  @Test
  void runsAnAlertmanagerThatAScriptExecutesWithItsOwnVariables() {
    String script = "date +%s; export LANG=C; exec env A=B \"$SERVER\" \"$@\"";

    assertRuns(new ContainerRequest(TestImages.PROMETHEUS, image(ALERTMANAGER, script)));
  }

  @Test
  void refusesAPrometheusThatAScriptRunsAsAChild() {
    ContainerRequest request =
        new ContainerRequest(image(PROMETHEUS, CHILD), TestImages.ALERTMANAGER);

    assertThat(run(request).error().orElseThrow().summary())
        .isEqualTo(
            "prometheus runs /opt/server/prometheus as another process, for which the clock cannot"
                + " wait; a script has to start its server with exec");
  }

  @Test
  void refusesAnAlertmanagerThatAScriptRunsAsAChild() {
    ContainerRequest request =
        new ContainerRequest(TestImages.PROMETHEUS, image(ALERTMANAGER, CHILD));

    assertThat(run(request).error().orElseThrow().summary())
        .isEqualTo(
            "alertmanager runs /opt/server/alertmanager as another process, for which the clock"
                + " cannot wait; a script has to start its server with exec");
  }

  @Test
  void refusesTwoScripts() {
    String prometheus = image(PROMETHEUS, EXEC);
    String alertmanager = image(ALERTMANAGER, EXEC);

    assertThatThrownBy(() -> rigs(new ContainerRequest(prometheus, alertmanager)))
        .isInstanceOf(RigException.class)
        .hasMessage(
            """
            /entrypoint.sh of %s and /start of %s are scripts. \
            A script needs its own image, and both servers run in one container.
            Ways out:
            - for one of the two, name an image whose entrypoint is the server's executable: \
            firedrill.prometheus or firedrill.alertmanager
            - run the servers without containers: set the backend to local"""
                .formatted(prometheus, alertmanager));
  }

  @Test
  void refusesAScriptThatDoesNotPassOnArguments() {
    String alertmanager = image(ALERTMANAGER, "exec alertmanager --no-such-flag");

    assertThatThrownBy(() -> rigs(new ContainerRequest(TestImages.PROMETHEUS, alertmanager)))
        .isInstanceOf(RigException.class)
        .hasMessage(
            """
            /start of %s does not print a version for --version: exit status 1
            alertmanager: error: unknown long flag '--no-such-flag', try --help
            Ways out:
            - name an image whose entrypoint is the server's executable, or a script that ends \
            with: exec SERVER "$@"
            - run the servers without containers: set the backend to local"""
                .formatted(alertmanager));
  }

  private void assertRuns(ContainerRequest request) {
    ScenarioResult result = run(request);

    assertThat(result.error()).isEmpty();
    assertThat(result.passed()).isTrue();
    assertThat(result.timeline())
        .isEqualTo(TestRuns.run(TestImages.newest(), TestRuns.FAILED_INGESTION, logs).timeline());
  }

  private ScenarioResult run(ContainerRequest request) {
    try (ContainerRigFactory rigs = rigs(request)) {
      return TestRuns.run(rigs, TestRuns.FAILED_INGESTION, logs);
    }
  }

  private ContainerRigFactory rigs(ContainerRequest request) {
    return ContainerRigFactory.of(request, line -> {}, create -> made.add(create.getImage()));
  }

  private String image(String dockerfile, String script) {
    String name = "firedrill-test/wrapped:" + UUID.randomUUID();
    byte[] context =
        new TarFile()
            .file("Dockerfile", 0644, dockerfile.getBytes(StandardCharsets.UTF_8))
            .file(
                "start.sh", 0755, ("#!/bin/sh\n" + script + "\n").getBytes(StandardCharsets.UTF_8))
            .bytes();
    client
        .buildImageCmd(new ByteArrayInputStream(context))
        .withTags(Set.of(name))
        .exec(new BuildImageResultCallback())
        .awaitImageId();
    made.add(name);
    return name;
  }
}
