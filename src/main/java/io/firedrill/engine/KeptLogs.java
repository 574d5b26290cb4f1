package io.firedrill.engine;

import io.firedrill.model.Timeline;
import io.firedrill.rig.Rig;
import io.firedrill.rig.Server;
import io.firedrill.scenario.Scenario;
import io.firedrill.source.Position;
import io.firedrill.verdict.TimelineText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Keeps the timeline and the servers' logs of a failed test, which would go with the rig. Where
 * that cannot be done, it is said in the JVM's log: the failure itself matters more.
 */
final class KeptLogs {

  private static final System.Logger LOG = System.getLogger("io.firedrill");
  private static final String TIMELINE = "timeline.txt";
  private static final int LONGEST = 200;

  private KeptLogs() {}

  /** The directory for what a scenario leaves. */
  static Path directory(Scenario scenario, Path logs) {
    return logs.resolve(name(scenario.position()));
  }

  /** Copies the logs, and what exporters printed, into a directory, which is made where needed. */
  static void keep(RigRun run, Path directory) {
    Rig rig = run.rig();
    try {
      Files.createDirectories(directory);
      for (Server server : rig.servers()) {
        Files.writeString(directory.resolve(server.logFile()), rig.log(server));
      }
      for (Map.Entry<String, String> exporter : run.exporterOutputs().entrySet()) {
        String name = exporter.getKey().replaceAll("[^A-Za-z0-9._-]+", "-");
        Files.writeString(directory.resolve("exporter-" + name + ".log"), exporter.getValue());
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "the servers' logs are not kept in " + directory, e);
    }
  }

  /** Writes a timeline into a directory. */
  static void keep(Timeline timeline, Path directory) {
    try {
      Files.createDirectories(directory);
      Files.write(directory.resolve(TIMELINE), TimelineText.lines(timeline));
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "the timeline is not kept in " + directory, e);
    }
  }

  /** Tells files of one name in several directories apart, and is no longer than a name may be. */
  private static String name(Position test) {
    String file = test.file().normalize().toString().replaceAll("\\.ya?ml$", "");
    String plain = file.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
    String end = plain.substring(Math.max(0, plain.length() - LONGEST));
    return end + "-line-" + test.line();
  }
}
