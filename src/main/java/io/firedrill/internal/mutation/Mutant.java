package io.firedrill.internal.mutation;

import io.firedrill.internal.mutation.operator.Mutation;
import io.firedrill.internal.source.FileTexts;
import io.firedrill.internal.source.Position;
import java.nio.file.Path;

/**
 * A file with one mistake.
 *
 * @param kind what kind of file it is
 * @param file the file, as the tests name it
 * @param mutation the mistake
 */
public record Mutant(Kind kind, Path file, Mutation mutation) {

  /** What kind of file is changed, which decides how the mutant is run. */
  public enum Kind {
    RULE,
    ROUTES,
    TEMPLATE,
    SCRAPING
  }

  /** The files as they are, except for the mistake. */
  FileTexts texts() {
    return FileTexts.with(file, mutation.edit().applied(file));
  }

  /** Where the mistake is. */
  public Position position() {
    return mutation.position();
  }

  /** Its place, its operator and the change. */
  @Override
  public String toString() {
    return mutation.position()
        + "  "
        + mutation.operator()
        + "  "
        + mutation.subject()
        + ": "
        + mutation.change();
  }
}
