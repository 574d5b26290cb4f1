package io.firedrill.internal.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.firedrill.internal.receiver.SinkPorts;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigSpec;
import io.firedrill.internal.rig.RigSpec.Topology;
import io.firedrill.internal.rig.Server;
import io.firedrill.internal.rig.process.TestPairs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real Alertmanagers of all three pairs of servers. */
class AlertmanagerServerTest {

  @TempDir private Path directory;

  @ParameterizedTest(name = "the Alertmanager of Prometheus {0}")
  @ValueSource(strings = {"2.42", "2.53.3", "3.5.3"})
  void loadsRedirectedConfigurations(String prometheus) throws Exception {
    try (Rig rig = start(prometheus)) {
      AlertmanagerApi api = AlertmanagerApi.at(rig.address(Server.ALERTMANAGER).orElseThrow());
      assertThat(api.isReady()).isTrue();

      write(rig, redirected(Configurations.FULL));
      api.reload();

      write(rig, redirected("route: {receiver: a}\nreceivers: [{name: b}]"));
      assertThatThrownBy(api::reload)
          .isInstanceOfSatisfying(
              AlertmanagerException.class,
              e -> {
                assertThat(e.status()).isEqualTo(500);
                assertThat(e.serverMessage())
                    .isEqualTo("failed to reload config: undefined receiver \"a\" used in route");
              })
          .hasMessage(
              "reload of Alertmanager's configuration: failed to reload config: undefined receiver"
                  + " \"a\" used in route (HTTP 500)");
    }
  }

  @ParameterizedTest(name = "the Alertmanager of Prometheus {0}")
  @ValueSource(strings = {"2.42", "2.53.3", "3.5.3"})
  void saysWhereATemplateIsWrong(String prometheus) throws Exception {
    Files.writeString(
        directory.resolve("team.tmpl"),
        "{{ define \"a\" }}\n  {{ .Status | nonsense }}\n{{ end }}\n");
    String yaml = "templates: ['*.tmpl']\nroute: {receiver: a}\nreceivers: [{name: a}]\n";
    try (Rig rig = start(prometheus)) {
      write(rig, redirected(yaml));
      AlertmanagerApi api = AlertmanagerApi.at(rig.address(Server.ALERTMANAGER).orElseThrow());

      AlertmanagerException refusal =
          catchThrowableOfType(AlertmanagerException.class, api::reload);

      assertThat(RouteErrors.explain(directory.resolve("alertmanager.yml"), refusal))
          .hasMessage(
              """
              %s/team.tmpl:2:1: error: Alertmanager says: function "nonsense" not defined
                  2 |   {{ .Status | nonsense }}
                    | ^^^^^^^^^^^^^^^^^^^^^^^^^^"""
                  .formatted(directory));
    }
  }

  private static Rig start(String prometheus) {
    RigSpec both = RigSpec.of(Topology.PROMETHEUS_AND_ALERTMANAGER, Instant.EPOCH);
    return TestPairs.rigs(prometheus).start(both, null);
  }

  private RedirectedConfig redirected(String yaml) throws Exception {
    return AlertmanagerConfig.read(Files.writeString(directory.resolve("alertmanager.yml"), yaml))
        .redirectedTo(new SinkPorts(4321, 25, 8080));
  }

  private static void write(Rig rig, RedirectedConfig config) {
    config.files().forEach((path, text) -> write(rig, path, text));
    write(rig, Server.ALERTMANAGER.configFile(), config.text());
  }

  private static void write(Rig rig, String path, String text) {
    rig.clock().write(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
