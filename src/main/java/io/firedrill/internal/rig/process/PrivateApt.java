package io.firedrill.internal.rig.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An apt with its own configuration, lists and cache below one directory, for one suite. It does
 * not need root and does not change the machine's apt.
 */
final class PrivateApt {

  private static final Duration DEADLINE = Duration.ofMinutes(5);
  private static final int LAST_LINES = 5;

  private static final Pattern INHERITED =
      Pattern.compile("Acquire::https?::|Acquire::ForceIPv|APT::Architecture ");

  private final Path directory;
  private final Path configuration;

  private PrivateApt(Path directory, Path configuration) {
    this.directory = directory;
    this.configuration = configuration;
  }

  /**
   * Sets up apt in an empty directory, and fetches the suite's package index.
   *
   * @throws ServersNotFoundException with apt's last lines if that fails
   */
  static PrivateApt update(AptSource source, String suite, Path directory) throws IOException {
    for (String name : List.of("state/lists/partial", "cache/archives/partial", "root", "debs")) {
      Files.createDirectories(directory.resolve(name));
    }
    Files.createFile(directory.resolve("status"));
    Files.writeString(directory.resolve("private.sources"), source.deb822(suite));
    Path configuration = Files.writeString(directory.resolve("apt.conf"), configuration(directory));
    PrivateApt apt = new PrivateApt(directory, configuration);
    apt.run(List.of("apt-get", "--quiet=2", "update"));
    return apt;
  }

  /** The suite's versions of packages, without missing ones. */
  Map<String, String> versions(List<String> packages) throws IOException {
    List<String> command = new ArrayList<>(List.of("apt-cache", "show", "--no-all-versions"));
    command.addAll(packages);
    Map<String, String> versions = new LinkedHashMap<>();
    String name = "";
    // It fails if a package is missing, but still prints the others.
    for (String line : result(command).output().lines().toList()) {
      if (line.startsWith("Package: ")) {
        name = line.substring("Package: ".length());
      } else if (line.startsWith("Version: ")) {
        versions.put(name, line.substring("Version: ".length()));
      }
    }
    return versions;
  }

  /** Downloads packages, whose checksums apt verifies, and unpacks them below {@link #root()}. */
  void extract(List<String> packages) throws IOException {
    List<String> command = new ArrayList<>(List.of("apt-get", "--quiet=2", "download"));
    command.addAll(packages);
    run(command);
    for (Path deb : debs()) {
      run(List.of("dpkg-deb", "--extract", deb.toString(), root().toString()));
    }
  }

  Path root() {
    return directory.resolve("root");
  }

  private List<Path> debs() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("debs"))) {
      return files.toList();
    }
  }

  private void run(List<String> command) throws IOException {
    Command.Result result = result(command);
    if (!result.ok()) {
      throw new ServersNotFoundException(
          String.join(" ", command) + " failed:\n" + result.lastLines(LAST_LINES));
    }
  }

  private Command.Result result(List<String> command) throws IOException {
    return Command.run(
        directory.resolve("debs"),
        DEADLINE,
        Map.of("APT_CONFIG", configuration.toString()),
        command);
  }

  private static String configuration(Path directory) throws IOException {
    return inherited()
        + """

        // The machine's configuration may contain hooks that only root can run.
        Dir::Etc::Main "/dev/null";
        Dir::Etc::Parts "/dev/null";
        Dir::Etc::SourceList "%1$s/private.sources";
        Dir::Etc::SourceParts "/dev/null";
        Dir::Etc::Preferences "/dev/null";
        Dir::Etc::PreferencesParts "/dev/null";
        Dir::State "%1$s/state";
        Dir::State::Lists "%1$s/state/lists";
        Dir::State::Status "%1$s/status";
        Dir::Cache "%1$s/cache";
        // As root, apt downloads as another user, who cannot write to this directory.
        APT::Sandbox::User "root";
        APT::Update::Error-Mode "any";
        // Mirrors may lag behind; their files are still signed.
        Acquire::Check-Valid-Until "false";
        Acquire::Languages "none";
        Acquire::Retries "1";
        Acquire::http::Timeout "15";
        Acquire::https::Timeout "15";
        """
            .formatted(directory.toAbsolutePath());
  }

  /** The machine's settings to reach the archive: proxies, certificates and its architecture. */
  private static String inherited() throws IOException {
    Command.Result dump =
        Command.run(Path.of("/"), DEADLINE, Map.of(), List.of("apt-config", "dump"));
    return dump.output()
        .lines()
        .filter(line -> INHERITED.matcher(line).lookingAt())
        // Do not fetch the indices of foreign architectures.
        .map(line -> line.replaceFirst("^APT::Architecture (.*);$", "APT::Architectures { $1; };"))
        .collect(Collectors.joining("\n"));
  }
}
