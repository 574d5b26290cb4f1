package io.firedrill.internal.rig.container;

import io.firedrill.internal.clock.ClockException;
import io.firedrill.internal.clock.Exit;
import io.firedrill.internal.clock.Program;
import io.firedrill.internal.clock.Program.Ending;
import io.firedrill.internal.clock.Program.Slack;
import io.firedrill.internal.clock.VirtualClock;
import io.firedrill.internal.rig.InstalledServers;
import io.firedrill.internal.rig.InstalledServers.InstalledServer;
import io.firedrill.internal.rig.RigException;
import io.firedrill.internal.rig.ServerPrograms;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Queries the versions of the servers in a container, which also shows that they run under the
 * clock.
 */
final class Inventory {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int MOST_LINES = 5;
  private static final Pattern VERSION = Pattern.compile("version (\\S+)");

  private final VirtualClock clock;

  Inventory(VirtualClock clock) {
    this.clock = clock;
  }

  /**
   * The servers of an image.
   *
   * @throws RigException if one of them does not run
   */
  InstalledServers of(PairImage image) {
    InstalledServer prometheus =
        ask("prometheus", image.prometheusExecutable(), image.prometheus());
    InstalledServer alertmanager =
        ask("alertmanager", image.alertmanagerExecutable(), image.alertmanager());
    return new InstalledServers(
        prometheus,
        alertmanager,
        "Prometheus %s (%s), Alertmanager %s (%s)"
            .formatted(
                prometheus.version(),
                image.prometheus().name(),
                alertmanager.version(),
                image.alertmanager().name()));
  }

  private InstalledServer ask(String name, String executable, SourceImage image) {
    Optional<Exit> exit;
    try {
      clock.start(
          new Program(
              name,
              List.of(executable, "--version"),
              ServerPrograms.environment(image.environment()),
              name + ".log",
              Slack.NONE,
              Duration.ZERO,
              Ending.EXPECTED,
              List.of()));
      exit = clock.awaitExit(name, LIMIT);
    } catch (ClockException e) {
      throw PtraceRefused.in(e).orElseGet(() -> doesNotRun(image, e.getMessage()));
    }
    String said = new String(clock.read(name + ".log"), StandardCharsets.UTF_8).strip();
    Matcher version = VERSION.matcher(said);
    if (!exit.equals(Optional.of(new Exit(false, 0))) || !version.find()) {
      String end = exit.map(Exit::toString).orElse("it did not end");
      throw doesNotRun(image, end + "\n" + lastLines(said));
    }
    return new InstalledServer(executable, version.group(1), List.of(), image.environment());
  }

  private static String lastLines(String text) {
    List<String> lines = text.lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()));
  }

  static RigException doesNotRun(SourceImage image, String why) {
    return new RigException(
        """
        %s does not print a version for --version: %s
        Ways out:
        - name an image whose entrypoint is the server's executable, or a script that ends with: \
        exec SERVER "$@"
        - run the servers without containers: set the backend to local"""
            .formatted(image, why.strip()));
  }
}
