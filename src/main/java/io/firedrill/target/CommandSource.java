package io.firedrill.target;

import io.firedrill.files.TemporaryFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An exporter that is started as a process of this machine, on a port that the environment variable
 * {@value #PORT} names, and ended with the test. It lives by the wall clock. {@link #start} waits
 * until it answers at all, for 30 s at most.
 */
public final class CommandSource implements TargetSource {

  /** The environment variable that tells the process where to listen, on 127.0.0.1. */
  public static final String PORT = "PORT";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long LOOK_EVERY_MILLIS = 50;

  private final List<String> command;
  private final Path directory;
  private final Map<String, String> environment;
  private Process process;
  private Path log;
  private ForwardedSource exporter;

  /**
   * A process that is not started yet.
   *
   * @param directory its working directory
   * @param environment its environment, to which {@value #PORT} is added
   */
  public CommandSource(List<String> command, Path directory, Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
    this.command = List.copyOf(command);
    this.directory = directory;
  }

  @Override
  public void start() {
    int port = freePort();
    exporter = new ForwardedSource(URI.create("http://127.0.0.1:" + port));
    try {
      log = TemporaryFiles.file("firedrill-exporter-", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toAbsolutePath().toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      builder.environment().put(PORT, String.valueOf(port));
      process = builder.start();
      awaitAnswer();
    } catch (IOException e) {
      close();
      throw new TargetException(name() + " cannot be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new TargetException(name() + " is interrupted at its start", e);
    } catch (TargetException e) {
      close();
      throw e;
    }
  }

  private void awaitAnswer() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    ScrapeRequest look = ScrapeRequest.ofPath("/metrics");
    while (exporter.answer(look, Instant.EPOCH).status() == 502) {
      if (process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new TargetException(
            name()
                + " ended with status "
                + process.exitValue()
                + " and never answered"
                + lastWords());
      }
      if (System.nanoTime() > end) {
        throw new TargetException(
            "%s does not answer on the port of the environment variable %s within %d s%s"
                .formatted(name(), PORT, PATIENCE.toSeconds(), lastWords()));
      }
    }
  }

  private String name() {
    return "\"" + String.join(" ", command) + "\"";
  }

  /** The last line, which is what tells most: a Python program's exception, say. */
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
    try {
      return log == null ? "" : Files.readString(log, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      try {
        process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    try {
      if (log != null) {
        Files.deleteIfExists(log);
      }
    } catch (IOException e) {
      // A file in the temporary directory stays.
    }
  }
}
