package io.firedrill.internal.rig.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Scripts that print a version as the servers do. */
final class FakeServers {

  private FakeServers() {}

  static Path write(Path directory, String name, String version) throws IOException {
    return script(directory, name, "echo '" + name + ", version " + version + " (branch: x)'");
  }

  static Path script(Path directory, String name, String command) throws IOException {
    Files.createDirectories(directory);
    Path file = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + command + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** A source that "fetches" a pair of these versions. */
  static PairSource source(String prometheus, String alertmanager) {
    return (wantedPrometheus, wantedAlertmanager, directory, progress) -> {
      progress.accept("fetching " + prometheus);
      write(directory, "prometheus", prometheus);
      write(directory, "prometheus-alertmanager", alertmanager);
      write(directory, "promtool", prometheus);
      return new PairSource.Fetched(directory, "a test");
    };
  }
}
