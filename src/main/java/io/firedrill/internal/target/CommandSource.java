package io.firedrill.internal.target;

import io.firedrill.internal.clock.ClockException;
import io.firedrill.internal.clock.Exit;
import io.firedrill.internal.clock.Patience;
import io.firedrill.internal.rig.RigException;
import io.firedrill.internal.rig.process.LocalProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An exporter that is started as a process of this machine, on the port in the environment variable
 * {@value #PORT}. It and all processes that it started are ended after the test. It sees the wall
 * clock. {@link #start} waits until it answers.
 */
public final class CommandSource implements TargetSource {

  /** The environment variable with the port on 127.0.0.1 to listen on. */
  public static final String PORT = "PORT";

  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final List<String> command;
  private final Path directory;
  private final Map<String, String> environment;
  private final Patience patience;
  private LocalProgram process;
  private ForwardedSource exporter;

  /**
   * Creates a source whose process is not started yet.
   *
   * @param directory its working directory
   * @param environment its environment, to which {@value #PORT} is added
   * @param patience the wall-clock limit for its start; a third of it for each answer
   */
  public CommandSource(
      List<String> command, Path directory, Map<String, String> environment, Patience patience) {
    this.patience = patience;
    this.environment = Map.copyOf(environment);
    this.command = List.copyOf(command);
    this.directory = directory;
  }

  @Override
  public void start() {
    int port = freePort();
    exporter = new ForwardedSource(URI.create("http://127.0.0.1:" + port), patience);
    Map<String, String> variables = new HashMap<>(environment);
    variables.put(PORT, String.valueOf(port));
    try {
      process = LocalProgram.start(command, directory, variables, patience);
      awaitAnswer();
    } catch (RigException e) {
      throw new TargetException(name() + " cannot be started: " + e.getMessage(), e);
    } catch (ClockException e) {
      close();
      throw new TargetException(name() + " was interrupted while starting: " + e.getMessage(), e);
    } catch (TargetException e) {
      close();
      throw e;
    }
  }

  private void awaitAnswer() {
    Patience.Waiting waiting = patience.start();
    ScrapeRequest look = ScrapeRequest.ofPath("/metrics");
    while (exporter.answer(look, Instant.EPOCH).status() == 502) {
      Optional<Exit> exit = process.awaitExit(LOOK_EVERY);
      if (exit.isPresent()) {
        throw new TargetException(
            "%s %s and never answered%s".formatted(name(), end(exit.get()), lastWords()));
      }
      if (waiting.isOver()) {
        throw new TargetException(
            "%s does not answer on the port of the environment variable %s %s%s"
                .formatted(name(), PORT, patience.text(), lastWords()));
      }
    }
  }

  private static String end(Exit exit) {
    return (exit.killed() ? "was killed by signal " : "ended with status ") + exit.number();
  }

  private String name() {
    return "\"" + String.join(" ", command) + "\"";
  }

  /**
   * The last line of output, which usually names the cause: for a Python program, the exception.
   */
  private String lastWords() {
    List<String> lines = output().lines().filter(line -> !line.isBlank()).toList();
    return lines.isEmpty()
        ? "; it printed nothing"
        : "; its last words: " + lines.get(lines.size() - 1).strip();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no loopback port for an exporter", e);
    }
  }

  @Override
  public ScrapeAnswer answer(ScrapeRequest request, Instant time) {
    return exporter.answer(request, time);
  }

  @Override
  public String output() {
    return process == null ? "" : process.output();
  }

  @Override
  public void close() {
    if (process != null) {
      process.close();
    }
  }
}
