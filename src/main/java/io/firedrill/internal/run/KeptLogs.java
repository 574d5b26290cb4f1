package io.firedrill.internal.run;

import io.firedrill.internal.files.WholeFile;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.Server;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.verdict.TimelineText;
import io.firedrill.model.Timeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Keeps the timeline and the servers' logs of a failed test, which would be deleted with the rig.
 */
public final class KeptLogs {

  private static final String TIMELINE = "timeline.txt";
  private static final int LONGEST = 200;

  private KeptLogs() {}

  /** The directory for the logs of a scenario, below that for all logs. */
  public static Path directory(Scenario scenario, Path logs) {
    return logs.resolve(name(scenario.position()));
  }

  /** Copies the logs and the output of exporters into a directory, which is created if needed. */
  private static void keep(Run run, Path directory) throws IOException {
    Rig rig = run.servers().rig();
    for (Server server : rig.servers()) {
      WholeFile.write(directory.resolve(server.logFile()), rig.log(server));
    }
    for (Map.Entry<String, String> exporter : run.exporterOutputs().entrySet()) {
      String name = exporter.getKey().replaceAll("[^A-Za-z0-9._-]+", "-");
      WholeFile.write(directory.resolve("exporter-" + name + ".log"), exporter.getValue());
    }
  }

  /**
   * Keeps logs in a subdirectory of a place, with the timeline if it is known.
   *
   * @param subdirectory the path below the place
   * @return the directory; empty if they could not be kept, which is reported to the place
   */
  public static Optional<Path> keep(
      Run run, Optional<Timeline> timeline, LogPlace place, UnaryOperator<Path> subdirectory) {
    try {
      Path directory = subdirectory.apply(place.directory());
      keep(run, directory);
      if (timeline.isPresent()) {
        String lines = String.join("\n", TimelineText.lines(timeline.get()));
        WholeFile.write(directory.resolve(TIMELINE), lines.isEmpty() ? "" : lines + "\n");
      }
      return Optional.of(directory);
    } catch (IOException e) {
      place.lost("the servers' logs of a failed test are not kept: " + WholeFile.reason(e));
      return Optional.empty();
    }
  }

  /**
   * Distinguishes files with the same name in several directories, within the limit of file names.
   */
  private static String name(Position test) {
    String file = test.file().normalize().toString().replaceAll("\\.ya?ml$", "");
    String plain = file.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
    String end = plain.substring(Math.max(0, plain.length() - LONGEST));
    return end + "-line-" + test.line();
  }
}
