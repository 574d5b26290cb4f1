package io.firedrill.internal.rig.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds executables by name, and queries their version. */
final class Executables {

  static final List<String> PROMETHEUS = List.of("prometheus");
  // Debian's package renames the program.
  static final List<String> ALERTMANAGER = List.of("alertmanager", "prometheus-alertmanager");
  static final List<String> PROMTOOL = List.of("promtool");

  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final Pattern VERSION = Pattern.compile("version (\\S+)");

  private Executables() {}

  /** The first of the names that is an executable file in the directory. */
  static Optional<Path> in(Path directory, List<String> names) {
    return names.stream()
        .map(directory::resolve)
        .filter(p -> Files.isRegularFile(p) && Files.isExecutable(p))
        .map(Path::toAbsolutePath)
        .findFirst();
  }

  /** The first match in the directories of a search path. */
  static Optional<Path> onPath(String searchPath, List<String> names) {
    return directories(searchPath).flatMap(d -> in(d, names).stream()).findFirst();
  }

  /**
   * The version that an executable prints for {@code --version}.
   *
   * @throws ServersNotFoundException with its output if it does not run on this machine
   */
  static String version(Path executable) {
    try {
      Command.Result result =
          Command.run(
              Path.of("/"), DEADLINE, Map.of(), List.of(executable.toString(), "--version"));
      Matcher matcher = VERSION.matcher(result.output());
      if (result.ok() && matcher.find()) {
        return matcher.group(1);
      }
      throw new ServersNotFoundException(
          executable + " --version does not print a version: " + result.lastLines(3));
    } catch (IOException e) {
      throw new ServersNotFoundException(executable + " does not run: " + e.getMessage(), e);
    }
  }

  private static Stream<Path> directories(String searchPath) {
    return Arrays.stream(searchPath.split(File.pathSeparator))
        .filter(d -> !d.isEmpty())
        .map(Path::of);
  }
}
