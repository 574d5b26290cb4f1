package io.firedrill.internal.cli;

import io.firedrill.internal.source.Trust;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that says whether the author of the files is trusted. */
final class TrustOption {

  @Option(
      names = "--untrusted",
      description =
          "Do not trust the files: they may name no programs, no addresses, and no files outside the working directory")
  private boolean untrusted;

  Trust trust() {
    return of(Path.of(""));
  }

  /** The trust, for files in these directories. */
  Trust of(Path... directories) {
    return untrusted ? Trust.below(directories) : Trust.FULL;
  }
}
