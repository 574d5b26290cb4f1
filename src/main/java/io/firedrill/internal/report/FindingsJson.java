package io.firedrill.internal.report;

import io.firedrill.internal.lint.Finding;
import io.firedrill.internal.result.JsonForm;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What checks found as JSON, for other programs. */
public final class FindingsJson {

  private static final int VERSION = 1;

  private FindingsJson() {}

  private record Root(int version, List<String> files, List<Item> findings) {}

  private record Item(
      String check,
      String severity,
      String file,
      int line,
      int column,
      int length,
      String message,
      Optional<String> hint) {

    static Item of(Finding finding) {
      Problem problem = finding.problem();
      Position position = problem.position();
      return new Item(
          finding.check(),
          problem.severity().toString(),
          position.file().toString(),
          position.line(),
          position.column(),
          problem.length(),
          finding.message(),
          problem.hint());
    }
  }

  /**
   * The document.
   *
   * @param files the files that were checked
   */
  public static String of(List<Path> files, List<Finding> findings) {
    return JsonForm.write(
        new Root(
            VERSION,
            files.stream().map(Path::toString).toList(),
            findings.stream().map(Item::of).toList()));
  }
}
