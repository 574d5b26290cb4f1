package io.firedrill.junit;

import io.firedrill.internal.coverage.CoverageMinimum;
import io.firedrill.internal.coverage.Exemptions;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The settings of coverage.
 *
 * @param directory the directory in which each JVM writes a record
 * @param minimum the required coverage, if any
 * @param file the file of exemptions, if set
 */
record CoverageSettings(Path directory, Optional<CoverageMinimum> minimum, Optional<Path> file) {

  Exemptions exemptions() {
    return Exemptions.of(file);
  }
}
