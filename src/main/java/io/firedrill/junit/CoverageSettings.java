package io.firedrill.junit;

import io.firedrill.internal.coverage.CoverageMinimum;
import io.firedrill.internal.coverage.Exemptions;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to become of coverage.
 *
 * @param directory where each JVM writes a record
 * @param minimum how much has to be covered, if anything
 * @param file what need not be covered, if said
 */
record CoverageSettings(Path directory, Optional<CoverageMinimum> minimum, Optional<Path> file) {

  /** What is exempt. */
  Exemptions exemptions() {
    return Exemptions.of(file);
  }
}
