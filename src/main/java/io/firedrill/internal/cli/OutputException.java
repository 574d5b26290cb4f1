package io.firedrill.internal.cli;

import io.firedrill.internal.files.WholeFile;
import java.io.IOException;

/** Something could not be written to its end: a file, standard output or standard error. */
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
