package io.firedrill.internal.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;

class AlertmanagerApiTest {

  @Test
  void reportsThatNothingListens() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    AlertmanagerApi api = AlertmanagerApi.at(URI.create("http://127.0.0.1:" + port));

    assertThat(api.isReady()).isFalse();
    assertThatThrownBy(api::reload)
        .isInstanceOfSatisfying(
            AlertmanagerException.class,
            e -> {
              assertThat(e.status()).isZero();
              assertThat(e.serverMessage()).isEmpty();
            })
        .hasMessageStartingWith("reload of Alertmanager's configuration: Failed to connect to ");
  }

  @Test
  void refusesOtherAddresses() {
    assertThatThrownBy(() -> AlertmanagerApi.at(URI.create("file:/x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not an http address: file:/x");
  }
}
