package io.firedrill.internal.rig.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineAddressTest {

  /** The client reports errors in these addresses, or supports forms that are not URIs. */
  @ParameterizedTest
  @ValueSource(strings = {"tcp://my_docker:2375", "tcp://", "tcp://a b", "ssh://host", "nonsense"})
  void leavesOddAddressesToTheClient(String address) {
    assertThat(EngineAddress.named(Map.of("DOCKER_HOST", address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tcp://127.0.0.1:1", "unix:///nonexistent/docker.sock"})
  void findsNobody(String address) {
    assertThat(EngineAddress.named(Map.of("DOCKER_HOST", address))).isFalse();
  }
}
