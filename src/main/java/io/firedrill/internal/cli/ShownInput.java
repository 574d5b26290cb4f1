package io.firedrill.internal.cli;

import io.firedrill.internal.prometheus.UnknownFields;
import io.firedrill.internal.snapshot.SnapshotMode;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.suite.InputFiles;
import io.firedrill.internal.suite.PreparedFile;
import io.firedrill.internal.suite.Selection;
import io.firedrill.internal.suite.TestInput;
import io.firedrill.internal.suite.UnusableException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** Shows warnings and errors about the named files. */
final class ShownInput {

  private ShownInput() {}

  static TestInput of(TestInput input, PrintWriter err) {
    input.warnings().forEach(warning -> Terminal.lines(err, warning.render() + "\n"));
    if (!input.messages().isEmpty()) {
      Terminal.lines(err, String.join("\n\n", input.messages()) + "\n");
    }
    return input;
  }

  /**
   * Reads the files for a command that needs all of them.
   *
   * @throws UnusableException if any of them cannot be used
   */
  static List<PreparedFile> all(List<Path> named, Trust trust, PrintWriter err) {
    TestInput input =
        InputFiles.read(named, SnapshotMode.COMPARE, UnknownFields.REFUSED, Selection.ALL, trust);
    if (!of(input, err).unusable().isEmpty()) {
      throw new UnusableException(input.complaint() + ", so nothing was run");
    }
    return input.files();
  }
}
