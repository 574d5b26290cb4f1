package io.firedrill.machine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A linux-arm64 machine in an emulator, made by {@code .ci/arm64}. Commands on its console start a
 * launcher; after its end, the machine reports what was left. One launcher at a time.
 *
 * <p>It has no network; its ports are forwarded from loopback ports of this machine.
 */
public final class EmulatedMachine {

  /** The token of the machine's launchers. */
  public static final String TOKEN = "secret";

  /** The machine's ports for servers. */
  static final List<Integer> SERVER_PORTS = List.of(9090, 9093);

  private static final String PROPERTY = "firedrill.machine";
  private static final int CONTROL_PORT = 9000;
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Pattern NEWS = Pattern.compile("booted|(ready|ended) .*");
  // All features of the emulated architecture, including guarded branches.
  private static final String MACHINE =
      "-M virt -cpu max,pauth-impdef=on -smp 2 -m 3000 -device virtio-net-device,netdev=net"
          + " -display none -monitor none -serial stdio -no-reboot";

  private static EmulatedMachine booted;

  private final Process emulator;
  private final Map<Integer, Integer> outside;
  private final Writer input;
  private final StringBuffer console = new StringBuffer();
  private final BlockingQueue<String> news = new LinkedBlockingQueue<>();

  private EmulatedMachine(Process emulator, Map<Integer, Integer> outside) {
    this.emulator = emulator;
    this.outside = outside;
    this.input = emulator.outputWriter();
    Thread reader = new Thread(() -> read(emulator.inputReader()), "console");
    reader.setDaemon(true);
    reader.start();
  }

  /** Whether this build uses one. */
  public static boolean isGiven() {
    return System.getProperty(PROPERTY) != null;
  }

  /** The machine, booted once for all tests of the JVM, and ended with it. */
  public static synchronized EmulatedMachine booted() {
    if (booted == null) {
      booted = boot(Path.of(System.getProperty(PROPERTY)));
      Runtime.getRuntime().addShutdownHook(new Thread(booted.emulator::destroyForcibly));
      booted.await("booted");
    }
    return booted;
  }

  private static EmulatedMachine boot(Path directory) {
    Map<Integer, Integer> outside = new TreeMap<>(Map.of(CONTROL_PORT, freePort()));
    SERVER_PORTS.forEach(port -> outside.put(port, freePort()));
    String forwards =
        outside.entrySet().stream()
            .map(e -> ",hostfwd=tcp:127.0.0.1:%d-:%d".formatted(e.getValue(), e.getKey()))
            .collect(Collectors.joining());
    List<String> command = new ArrayList<>(List.of("qemu-system-aarch64"));
    command.addAll(Arrays.asList(MACHINE.split(" ")));
    command.addAll(List.of("-netdev", "user,id=net,restrict=on" + forwards));
    command.addAll(List.of("-kernel", directory.resolve("kernel").toString()));
    command.addAll(List.of("-initrd", directory.resolve("initrd").toString()));
    command.addAll(List.of("-append", "console=ttyAMA0 quiet panic=-1"));
    try {
      Process emulator = new ProcessBuilder(command).redirectErrorStream(true).start();
      return new EmulatedMachine(emulator, outside);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a launcher. An earlier one must have ended. */
  public synchronized MachineLauncher launch() {
    try {
      input.write("launch\n");
      input.flush();
    } catch (IOException e) {
      throw new AssertionError("the machine is gone:\n" + console, e);
    }
    return new MachineLauncher(this, await("ready").split(" ", 3)[2]);
  }

  /** The machine's next line, which must start with a given word. */
  String await(String word) {
    try {
      String line = news.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
      if (line == null || !line.startsWith(word)) {
        throw new AssertionError("not %s but %s:\n%s".formatted(word, line, console));
      }
      return line;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The control port on this machine. */
  InetSocketAddress control() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), outside(CONTROL_PORT));
  }

  /** The port on this machine that is forwarded to one of the emulated machine. */
  int outside(int port) {
    return outside.get(port);
  }

  private void read(BufferedReader lines) {
    lines
        .lines()
        .forEach(
            line -> {
              console.append(line).append('\n');
              if (NEWS.matcher(line).matches()) {
                news.add(line);
              }
            });
    news.add("gone");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
