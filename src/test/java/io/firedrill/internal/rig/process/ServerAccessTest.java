package io.firedrill.internal.rig.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.RigSpec;
import io.firedrill.internal.rig.RigSpec.Topology;
import io.firedrill.internal.rig.Server;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every user of a machine can connect to the servers, but they answer only this JVM. */
class ServerAccessTest {

  private static final List<String> PATHS =
      List.of("/-/ready", "/-/reload", "/api/v1/write", "/api/v2/alerts", "/api/v2/silences", "/");

  @ParameterizedTest
  @ValueSource(strings = {"2.42", "2.53.3", "3.5.3"})
  void isRefusedToWhoDoesNotKnowThePassword(String version) throws Exception {
    try (RigFactory rigs = ProcessRigFactory.of(TestPairs.pair(version));
        Rig rig =
            rigs.start(RigSpec.of(Topology.PROMETHEUS_AND_ALERTMANAGER, Instant.EPOCH), null)) {
      for (Server server : rig.servers()) {
        URI address = rig.address(server).orElseThrow();
        for (String path : PATHS) {
          assertThat(status(address.getPort(), path)).as(server + path).isEqualTo(401);
        }
      }
    }
  }

  private static int status(int port, String path) throws IOException {
    URL url = new URL("http", "127.0.0.1", port, path);
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    connection.setRequestMethod("POST");
    return connection.getResponseCode();
  }
}
