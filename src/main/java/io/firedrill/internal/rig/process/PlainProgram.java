package io.firedrill.internal.rig.process;

import io.firedrill.internal.clock.Exit;
import io.firedrill.internal.files.TemporaryFiles;
import io.firedrill.internal.rig.RigException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A child process of this JVM, on systems without a launcher. A shutdown hook ends it with the JVM.
 */
final class PlainProgram implements LocalProgram {

  private static final long END_SECONDS = 10;

  private final Path temporary;
  private final Process process;
  private final Thread atExit = new Thread(this::end);

  private PlainProgram(Path temporary, Process process) {
    this.temporary = temporary;
    this.process = process;
  }

  static PlainProgram start(List<String> command, Path directory, Map<String, String> environment) {
    try {
      Path temporary = TemporaryFiles.directory("firedrill-");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toAbsolutePath().toFile())
              .redirectErrorStream(true)
              .redirectOutput(log(temporary).toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      builder.environment().put("TMPDIR", temporary.toString());
      try {
        PlainProgram program = new PlainProgram(temporary, builder.start());
        Runtime.getRuntime().addShutdownHook(program.atExit);
        return program;
      } catch (IOException e) {
        Directories.delete(temporary);
        throw e;
      }
    } catch (IOException e) {
      throw new RigException(e.getMessage(), e);
    }
  }

  private static Path log(Path directory) {
    return directory.resolve("program.log");
  }

  @Override
  public Optional<Exit> awaitExit(Duration atMostWall) {
    try {
      return process.waitFor(atMostWall.toMillis(), TimeUnit.MILLISECONDS)
          ? Optional.of(new Exit(false, process.exitValue()))
          : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RigException("interrupted", e);
    }
  }

  @Override
  public String output() {
    try {
      return Files.readString(log(temporary), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atExit);
    end();
  }

  private void end() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(END_SECONDS, TimeUnit.SECONDS);
      Directories.delete(temporary);
    } catch (IOException e) {
      // Files stay in the temporary directory.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
