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
 * An apt with a configuration, lists and a cache of its own, below one directory. It needs no root,
 * leaves the machine's apt as it is, and knows one suite.
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
   * Sets up in an empty directory and fetches the suite's index of packages.
   *
   * @throws ServersNotFoundException with apt's last lines where that fails
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

  /** The suite's versions of some packages; those it does not have are left out. */
  Map<String, String> versions(List<String> packages) throws IOException {
    List<String> command = new ArrayList<>(List.of("apt-cache", "show", "--no-all-versions"));
    command.addAll(packages);
    Map<String, String> versions = new LinkedHashMap<>();
    String name = "";
    // It fails where one package is missing, and still tells of the others.
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

        // The machine's own configuration may hold hooks that only root can run.
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
        // The unprivileged user that root's apt would download as cannot write here.
        APT::Sandbox::User "root";
        APT::Update::Error-Mode "any";
        // A mirror that lags behind still serves what its distribution has signed.
        Acquire::Check-Valid-Until "false";
        Acquire::Languages "none";
        Acquire::Retries "1";
        Acquire::http::Timeout "15";
        Acquire::https::Timeout "15";
        """
            .formatted(directory.toAbsolutePath());
  }

  /** How the machine reaches the archive: proxies, certificates, its architecture. */
  private static String inherited() throws IOException {
    Command.Result dump =
        Command.run(Path.of("/"), DEADLINE, Map.of(), List.of("apt-config", "dump"));
    return dump.output()
        .lines()
        .filter(line -> INHERITED.matcher(line).lookingAt())
        // Foreign architectures' indices would be fetched for nothing.
        .map(line -> line.replaceFirst("^APT::Architecture (.*);$", "APT::Architectures { $1; };"))
        .collect(Collectors.joining("\n"));
  }
}
