package io.firedrill.internal.cli;

import io.firedrill.internal.files.TemporaryFiles;
import io.firedrill.internal.files.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/**
 * Reports a bug in Firedrill: one line for the user, and the stack trace in a file.
 *
 * @param line the line for the user; it names the file
 */
record BugReport(String line) {

  static BugReport of(Throwable bug) {
    String what = String.valueOf(bug).lines().findFirst().orElse("");
    return new BugReport(
        "firedrill: this is a bug in Firedrill, please report it: %s (%s)"
            .formatted(what, written(bug)));
  }

  private static String written(Throwable bug) {
    StringWriter trace = new StringWriter();
    bug.printStackTrace(new PrintWriter(trace, true));
    try {
      Path file = TemporaryFiles.file("firedrill-bug-", ".txt");
      WholeFile.write(file, "Firedrill " + Version.text() + "\n" + trace);
      return "stack trace in " + file;
    } catch (IOException e) {
      return "its stack trace could not be written: " + e.getMessage();
    }
  }
}
