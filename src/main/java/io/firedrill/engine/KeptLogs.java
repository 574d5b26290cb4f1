package io.firedrill.engine;

import io.firedrill.rig.Rig;
import io.firedrill.rig.Server;
import io.firedrill.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps the servers' logs of a failed test, which would go with the rig. */
final class KeptLogs {

  private KeptLogs() {}

  /** Copies the logs; returns the directory they are in. */
  static String keep(Rig rig, Scenario scenario, Path logs) {
    String file = scenario.position().file().getFileName().toString().replaceAll("\\.ya?ml$", "");
    Path directory = logs.resolve(file + "-line-" + scenario.position().line());
    try {
      Files.createDirectories(directory);
      for (Server server : Server.values()) {
        if (rig.address(server).isPresent()) {
          Files.writeString(directory.resolve(server.logFile()), rig.log(server));
        }
      }
      return directory.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("the servers' logs cannot be kept in " + directory, e);
    }
  }
}
