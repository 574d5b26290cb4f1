package io.firedrill.internal.rig.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The archive of this machine's packages, according to its apt.
 *
 * @param distribution the distribution's id, such as {@code debian}
 * @param suite the machine's own suite, such as {@code bookworm}
 * @param uri the archive's address
 * @param components the archive's components to search
 * @param options further fields of the source in deb822 form, such as {@code Signed-By}
 */
record AptSource(
    String distribution, String suite, String uri, Set<String> components, List<String> options) {

  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final Path OS_RELEASE = Path.of("/etc/os-release");
  private static final String FORMAT = "$(REPO_URI)|$(RELEASE)|$(COMPONENT)|$(SOURCESENTRY)";
  // The components with the servers: Debian's and Ubuntu's.
  private static final Set<String> COMPONENTS = Set.of("main", "universe");

  /** An index that the machine's apt fetches. */
  record Target(String uri, String release, String component, String entry) {}

  /**
   * Reads the machine's sources.
   *
   * @throws ServersNotFoundException if there is no apt, or it has no archive
   */
  static AptSource ofThisMachine() throws IOException {
    if (Executables.onPath(System.getenv().getOrDefault("PATH", ""), List.of("apt-get"))
        .isEmpty()) {
      throw new ServersNotFoundException(
          "No Prometheus and Alertmanager, and no apt on this machine to fetch their packages.");
    }
    Command.Result targets =
        Command.run(
            Path.of("/"),
            DEADLINE,
            Map.of(),
            List.of("apt-get", "indextargets", "--format", FORMAT, "Created-By: Packages"));
    if (!targets.ok()) {
      throw new ServersNotFoundException("apt-get indextargets: " + targets.lastLines(3));
    }
    return of(osRelease(), targets(targets.output()));
  }

  static AptSource of(Map<String, String> osRelease, List<Target> targets) throws IOException {
    String codename = osRelease.getOrDefault("VERSION_CODENAME", "");
    Target own =
        targets.stream()
            .filter(t -> COMPONENTS.contains(t.component()))
            // A machine may call its suite "stable"; -updates and -security are not complete
            // releases.
            .filter(t -> t.release().equals(codename) || !t.release().contains("-"))
            .min(Comparator.comparing(t -> !t.release().equals(codename)))
            .orElseThrow(() -> new ServersNotFoundException("apt has no archive of " + osRelease));
    Set<String> components =
        targets.stream()
            .filter(t -> t.uri().equals(own.uri()) && t.release().equals(own.release()))
            .map(Target::component)
            .filter(COMPONENTS::contains)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new AptSource(
        osRelease.getOrDefault("ID", ""),
        own.release(),
        own.uri(),
        components,
        SourceOptions.read(own));
  }

  /** A source of one suite, with only the package indices. */
  String deb822(String otherSuite) {
    return "Types: deb\nTargets: Packages\nURIs: %s\nSuites: %s\nComponents: %s\n%s\n"
        .formatted(uri, otherSuite, String.join(" ", components), String.join("\n", options));
  }

  static List<Target> targets(String output) {
    return output
        .lines()
        .map(line -> line.split("\\|", -1))
        .filter(fields -> fields.length == 4)
        .map(f -> new Target(f[0], f[1], f[2], f[3]))
        .toList();
  }

  private static Map<String, String> osRelease() throws IOException {
    return Files.readAllLines(OS_RELEASE).stream()
        .map(line -> line.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(Collectors.toMap(p -> p[0], p -> p[1].replace("\"", ""), (first, again) -> again));
  }
}
