package io.firedrill.internal.cli;

import io.firedrill.internal.files.WholeFile;
import java.io.IOException;

/** A file, standard output or standard error could not be written completely. */
final class OutputException extends RuntimeException {

  OutputException(String what, IOException cause) {
    super(message(what, cause), cause);
  }

  OutputException(String message) {
    super(message);
  }

  static String message(String what, IOException cause) {
    return "cannot write " + what + ": " + WholeFile.reason(cause);
  }
}
