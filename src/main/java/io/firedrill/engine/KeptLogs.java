package io.firedrill.engine;

import io.firedrill.rig.Rig;
import io.firedrill.rig.Server;
import io.firedrill.scenario.Scenario;
import io.firedrill.source.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps the servers' logs of a failed test, which would go with the rig. */
final class KeptLogs {

  private static final int LONGEST = 200;

  private KeptLogs() {}

  /** Copies the logs; returns the directory they are in. */
  static String keep(Rig rig, Scenario scenario, Path logs) {
    Path directory = logs.resolve(name(scenario.position()));
    keep(rig, directory);
    return directory.toString();
  }

  /** Copies the logs into a directory, which is made where needed. */
  static void keep(Rig rig, Path directory) {
    try {
      Files.createDirectories(directory);
      for (Server server : rig.servers()) {
        Files.writeString(directory.resolve(server.logFile()), rig.log(server));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the servers' logs cannot be kept in " + directory, e);
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
