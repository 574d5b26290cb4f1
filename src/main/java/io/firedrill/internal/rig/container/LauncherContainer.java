package io.firedrill.internal.rig.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import io.firedrill.internal.clock.ClockException;
import io.firedrill.internal.clock.VirtualClock;
import io.firedrill.internal.rig.RigException;
import io.firedrill.internal.rig.ServerPrograms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/**
 * A container whose first process is the launcher. It ends with the control connection, and so with
 * this JVM, even if that is killed. The engine then removes it.
 */
final class LauncherContainer implements AutoCloseable {

  /** The label of Firedrill's containers and images. */
  static final String LABEL = "io.firedrill";

  /** The directory of the launcher, and of the files of rigs. */
  private static final String HOME = "firedrill/";

  static final String RUN = HOME + "run/";

  private static final int CONTROL_PORT = 9080;
  private static final int FIRST_SERVER_PORT = 9090;
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(2);
  private static final AtomicInteger NEXT_PROCESSOR =
      new AtomicInteger((int) (ProcessHandle.current().pid() & 0xff));

  private final Engine engine;
  private final String id;
  private final Words words = new Words();
  private Map<ExposedPort, Ports.Binding[]> bindings = Map.of();
  private VirtualClock clock;

  private LauncherContainer(Engine engine, String id) {
    this.engine = engine;
    this.id = id;
  }

  /**
   * Starts a container.
   *
   * @param servers the maximum number of servers in it
   * @param change further settings of the container
   * @throws RigException if it does not start
   */
  static LauncherContainer start(
      Engine engine, String image, int servers, Consumer<CreateContainerCmd> change) {
    String token = VirtualClock.newToken();
    try {
      LauncherContainer container =
          new LauncherContainer(engine, create(engine, image, token, servers, change));
      try {
        container.start(token);
        return container;
      } catch (RuntimeException e) {
        container.close();
        throw e;
      }
    } catch (DockerException e) {
      throw new RigException("the container did not start: " + EngineWords.of(e), e);
    }
  }

  private static String create(
      Engine engine, String image, String token, int servers, Consumer<CreateContainerCmd> change) {
    List<ExposedPort> ports =
        IntStream.concat(
                IntStream.of(CONTROL_PORT),
                IntStream.range(0, servers).map(LauncherContainer::serverPort))
            .mapToObj(ExposedPort::tcp)
            .toList();
    CreateContainerCmd create =
        engine
            .client()
            .createContainerCmd(image)
            .withEntrypoint(
                "/" + HOME + "vclock",
                "--listen",
                "0.0.0.0:" + CONTROL_PORT,
                "--directory",
                "/" + RUN + "drill-XXXXXX",
                "--processor",
                String.valueOf(NEXT_PROCESSOR.getAndIncrement() & 0xffff))
            .withEnv("VCLOCK_TOKEN=" + token)
            // A name that resolves without DNS, and with which scrapes are the same on every
            // machine.
            .withHostName("localhost")
            .withLabels(labels())
            .withExposedPorts(ports)
            .withHostConfig(
                HostConfig.newHostConfig()
                    .withAutoRemove(true)
                    .withCapDrop(Capability.ALL)
                    .withSecurityOpts(List.of("no-new-privileges"))
                    .withPortBindings(
                        ports.stream()
                            .map(port -> new PortBinding(binding(engine.host()), port))
                            .toList()));
    change.accept(create);
    return create.exec().getId();
  }

  /** Any free port; on loopback if the engine is on this machine. */
  private static Ports.Binding binding(String host) {
    return host.equals("localhost") || host.equals("127.0.0.1")
        ? Ports.Binding.bindIp("127.0.0.1")
        : Ports.Binding.empty();
  }

  /**
   * Includes Testcontainers' labels, so that its clean-up container, if there is one, also removes
   * this container.
   */
  private static Map<String, String> labels() {
    Map<String, String> labels = new HashMap<>(DockerClientFactory.DEFAULT_LABELS);
    labels.put(DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL, DockerClientFactory.SESSION_ID);
    labels.put(LABEL, "rig");
    return labels;
  }

  private void start(String token) {
    DockerClient client = engine.client();
    byte[] files =
        new TarFile()
            .directory(HOME, 0755)
            .directory(RUN, 01777)
            .file(HOME + "vclock", 0755, engine.launcher())
            .file(
                "etc/" + ServerPrograms.NAME_SERVICE_FILE,
                0644,
                ServerPrograms.NAME_SERVICE.getBytes(StandardCharsets.UTF_8))
            .bytes();
    client
        .copyArchiveToContainerCmd(id)
        .withRemotePath("/")
        .withTarInputStream(new ByteArrayInputStream(files))
        .exec();
    client
        .attachContainerCmd(id)
        .withStdOut(true)
        .withStdErr(true)
        .withFollowStream(true)
        .exec(words);
    words.awaitAttached();
    client.startContainerCmd(id).exec();
    bindings = client.inspectContainerCmd(id).exec().getNetworkSettings().getPorts().getBindings();
    clock = connect(new InetSocketAddress(engine.host(), hostPort(CONTROL_PORT)), token);
  }

  /** Retries, because the engine accepts connections to the port before the launcher listens. */
  private VirtualClock connect(InetSocketAddress address, String token) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      try {
        return VirtualClock.connect(address, token);
      } catch (IOException | ClockException e) {
        if (words.ended()) {
          throw new RigException("the launcher ended in its container: " + words.text(), e);
        }
        if (System.nanoTime() > end) {
          throw new RigException(
              "cannot connect to the container's port at %s: %s".formatted(address, e.getMessage()),
              e);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  VirtualClock clock() {
    return clock;
  }

  /** How it ended, as the engine reports it. Call this only after it has ended. */
  String end() {
    return new ContainerEnd(engine.client(), id).cause();
  }

  /** The host of the container's ports. */
  String host() {
    return engine.host();
  }

  static int serverPort(int index) {
    return FIRST_SERVER_PORT + index;
  }

  /** The port of the host that a port of the container is published at. */
  int hostPort(int port) {
    // Bindings for IPv6 may have other numbers, and come in any order.
    return Stream.ofNullable(bindings.get(ExposedPort.tcp(port)))
        .flatMap(Stream::of)
        .min(Comparator.comparing(b -> String.valueOf(b.getHostIp()).contains(":")))
        .map(b -> Integer.valueOf(b.getHostPortSpec()))
        .orElseThrow(() -> new RigException("the container engine has not published port " + port));
  }

  @Override
  public void close() {
    if (clock != null) {
      clock.close();
    }
    try {
      engine.client().removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
    } catch (DockerException e) {
      // The engine has already removed it, or is about to.
    }
    words.closeQuietly();
  }

  /** Keeps the last output of the launcher. */
  private static final class Words extends ResultCallback.Adapter<Frame> {

    private final StringBuffer text = new StringBuffer();
    private volatile boolean ended;

    @Override
    public void onNext(Frame frame) {
      text.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
    }

    @Override
    public void onComplete() {
      ended = true;
      super.onComplete();
    }

    @Override
    public void onError(Throwable throwable) {
      ended = true;
      super.onError(throwable);
    }

    void awaitAttached() {
      try {
        awaitStarted(LIMIT.toSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    boolean ended() {
      return ended;
    }

    String text() {
      return text.toString().strip();
    }

    void closeQuietly() {
      try {
        close();
      } catch (IOException e) {
        // The connection is no longer needed.
      }
    }
  }
}
