package io.firedrill.internal.run;

import java.io.IOException;
import java.nio.file.Path;

/** The place for the servers' logs of failed runs. */
public interface LogPlace {

  /**
   * The directory for all of them; called when there is something to keep.
   *
   * @throws IOException if there is none
   */
  Path directory() throws IOException;

  /** Notes that something was not kept; the failure of the run itself matters more. */
  void lost(String message);

  /** This directory, which is created if needed; losses are logged. */
  static LogPlace in(Path directory) {
    return new LogPlace() {
      @Override
      public Path directory() {
        return directory;
      }

      @Override
      public void lost(String message) {
        System.getLogger("io.firedrill").log(System.Logger.Level.WARNING, message);
      }
    };
  }
}
