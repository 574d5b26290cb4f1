package io.firedrill.internal.rig.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Info;
import io.firedrill.internal.rig.LauncherBinary;
import io.firedrill.internal.rig.RigException;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;

/**
 * The container engine that Testcontainers finds. Its client is used directly: the launcher ends
 * its container, so that Testcontainers' clean-up container is not necessary.
 */
public final class Engine {

  private static final String WAYS_OUT =
      """
      no container engine answers.
      Ways out:
      - start one, or say where it is in DOCKER_HOST or in ~/.testcontainers.properties
      - run the servers without containers: set the backend to local""";

  private final DockerClient client;
  private final String host;
  private final byte[] launcher;

  private Engine(DockerClient client, String host, byte[] launcher) {
    this.client = client;
    this.host = host;
    this.launcher = launcher;
  }

  /**
   * Whether an engine seems to be available; a quick check.
   *
   * @param environment the environment variables
   */
  public static boolean seemsThere(Map<String, String> environment) {
    return EngineAddress.seemsThere(environment);
  }

  /**
   * Connects to the engine.
   *
   * @throws RigException if none answers, or it cannot run the launcher
   */
  static Engine connect() {
    DockerClientFactory factory = DockerClientFactory.instance();
    TransportConfig transport = transport(factory);
    Info info = factory.getInfo();
    byte[] launcher = launcher(info.getOsType(), info.getArchitecture());
    return new Engine(
        DockerClientProviderStrategy.getClientForConfig(transport),
        factory.dockerHostIpAddress(),
        launcher);
  }

  /** Does not use the factory's client, which would start a clean-up container. */
  private static TransportConfig transport(DockerClientFactory factory) {
    try {
      return factory.getTransportConfig();
    } catch (IllegalStateException e) {
      throw missing();
    }
  }

  static RigException missing() {
    return new RigException(WAYS_OUT);
  }

  static byte[] launcher(String os, String architecture) {
    return LauncherBinary.of(architecture)
        .filter(any -> "linux".equals(os))
        .orElseThrow(
            () ->
                new RigException(
                    """
                    containers need an engine of Linux on amd64 or arm64, and this one is of %s on %s.
                    Ways out:
                    - name another engine in DOCKER_HOST
                    - run the servers without containers: set the backend to local"""
                        .formatted(os, architecture)));
  }

  DockerClient client() {
    return client;
  }

  /** The host of the ports that containers publish. */
  String host() {
    return host;
  }

  /** The launcher for the engine's machine. */
  byte[] launcher() {
    return launcher;
  }
}
