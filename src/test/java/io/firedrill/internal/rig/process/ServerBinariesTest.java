package io.firedrill.internal.rig.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerBinariesTest {

  @TempDir private Path directory;

  private Path onPath;
  private ServerBinaries binaries;

  @BeforeEach
  void searchPath() throws Exception {
    onPath = directory.resolve("bin");
    FakeServers.write(onPath, "prometheus", "2.45.0");
    FakeServers.write(onPath, "prometheus-alertmanager", "0.26.0");
    binaries = binaries(onPath.toString(), FakeServers.source("3.5.3", "0.33.1"));
  }

  @Test
  void usesServersOnTheSearchPath() {
    ServerPair pair = binaries.locate(ServerRequest.any());

    assertThat(pair.prometheus())
        .isEqualTo(new ServerBinary(onPath.resolve("prometheus"), "2.45.0", "search path", ""));
    assertThat(pair.alertmanager().version()).isEqualTo("0.26.0");
    assertThat(pair.promtool()).isEmpty();
  }

  @Test
  void fetchesAPairIfTheSearchPathHasAnotherVersion() {
    assertThat(binaries.locate(ServerRequest.ofPrometheus("3.5")))
        .hasToString("Prometheus 3.5.3 (a test), Alertmanager 0.33.1 (a test)");
  }

  @Test
  void usesBothServersOfANamedDirectory() throws Exception {
    Path mine = directory.resolve("mine");
    FakeServers.write(mine, "prometheus", "2.50.1");
    FakeServers.write(mine, "alertmanager", "0.27.0");
    FakeServers.write(mine, "promtool", "2.50.1");

    ServerPair pair = binaries.locate(ServerRequest.ofPrometheus(mine.toString()));

    assertThat(pair).hasToString("Prometheus 2.50.1 (setting), Alertmanager 0.27.0 (setting)");
    assertThat(pair.promtool()).contains(mine.resolve("promtool"));
  }

  @Test
  void usesNamedFiles() throws Exception {
    Path mine = FakeServers.write(directory, "my-alertmanager", "0.27.0");

    ServerPair pair = binaries.locate(new ServerRequest("", mine.toString()));

    assertThat(pair).hasToString("Prometheus 2.45.0 (search path), Alertmanager 0.27.0 (setting)");
  }

  @Test
  void reportsWhyANamedFileIsNotAServer() throws Exception {
    Path broken = FakeServers.script(directory, "broken", "echo no such library; exit 127");

    assertThatThrownBy(() -> binaries.locate(ServerRequest.ofPrometheus(broken.toString())))
        .isInstanceOf(ServersNotFoundException.class)
        .hasMessageStartingWith(broken + " --version does not print a version: no such library");
  }

  @Test
  void listsTheAlternatives() {
    PairSource none =
        (prometheus, alertmanager, work, progress) -> {
          throw new ServersNotFoundException("No network.");
        };

    assertThatThrownBy(() -> binaries("", none).locate(ServerRequest.any()))
        .isInstanceOf(ServersNotFoundException.class)
        .hasMessage(
            """
            No network.
            Ways out:
            - install both servers; on Debian and Ubuntu: apt install prometheus prometheus-alertmanager
            - name their executables in FIREDRILL_PROMETHEUS and FIREDRILL_ALERTMANAGER
            - use a container engine instead of local processes""");
  }

  private ServerBinaries binaries(String path, PairSource source) {
    Map<String, String> environment =
        Map.of("PATH", path, "XDG_CACHE_HOME", directory.resolve("cache").toString());
    return new ServerBinaries(environment, source, line -> {});
  }
}
