package io.firedrill.internal.clock;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A program in C for tests of the launcher, from {@code src/test/native}. */
final class CompiledProgram {

  private CompiledProgram() {}

  /** Compiles a source file; returns the executable. */
  static Path of(String source, Path directory) throws IOException, InterruptedException {
    Path executable = directory.resolve(source.replace(".c", ""));
    List<String> command =
        List.of(
            "cc",
            "-std=gnu11",
            "-Wall",
            "-Werror",
            "-O1",
            "-pthread",
            "-o",
            executable.toString(),
            Path.of("src/test/native", source).toString());
    Process compiler = new ProcessBuilder(command).inheritIO().start();
    if (compiler.waitFor() != 0) {
      throw new IOException("cannot compile " + source);
    }
    return executable;
  }
}
