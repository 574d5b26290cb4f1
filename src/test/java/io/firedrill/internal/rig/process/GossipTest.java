package io.firedrill.internal.rig.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.clock.RelayHandler;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigSpec;
import io.firedrill.internal.rig.RigSpec.Topology;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Members of a cluster listen on loopback, where every user of the machine can connect to them. */
class GossipTest {

  static final String[] VERSIONS = TestPairs.VERSIONS;

  private static final String OPTION = "--cluster.listen-address=127.0.0.1:";

  @ParameterizedTest(name = "the Alertmanager of Prometheus {0}")
  @FieldSource("VERSIONS")
  void isForMembersAlone(String version) throws Exception {
    RigSpec pair = RigSpec.of(new Topology(1, 2), Instant.parse("2026-03-02T08:00:00Z"));
    List<Integer> before = ports();
    try (Rig rig = TestPairs.rigs(version).start(pair, RelayHandler.NOBODY)) {
      List<Integer> ports = ports().stream().filter(port -> !before.contains(port)).toList();
      assertThat(rig.servers()).hasSize(3);
      assertThat(ports).hasSize(2);

      for (int port : ports) {
        assertThatThrownBy(() -> talkTo(port)).isInstanceOf(IOException.class);
      }
    }
  }

  /** Trusts every server, and has no certificate. */
  private static void talkTo(int port) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Believer()}, new SecureRandom());
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        SSLSocket tls =
            (SSLSocket) context.getSocketFactory().createSocket(socket, "firedrill", port, true)) {
      tls.setSoTimeout(60_000);
      tls.startHandshake();
      tls.getOutputStream().write(0);
      tls.getInputStream().read();
    }
  }

  private static List<Integer> ports() {
    return ProcessHandle.current()
        .descendants()
        .flatMap(p -> p.info().arguments().map(Arrays::stream).orElse(Stream.of()))
        .filter(argument -> argument.startsWith(OPTION))
        .map(argument -> Integer.valueOf(argument.substring(OPTION.length())))
        // A template has the ports of its copy.
        .distinct()
        .toList();
  }

  private static final class Believer implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
