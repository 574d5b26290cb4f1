package io.firedrill.internal.rig.choice;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The form in which a server is chosen. */
enum ServerChoiceKind {
  /** No choice. */
  ANY,
  /** A version or a prefix of it. */
  VERSION,
  /** A path on this machine. */
  PATH,
  /** The name of an image. */
  IMAGE;

  private static final Pattern NUMBERS = Pattern.compile("v?\\d+(\\.\\d+)*");

  boolean is(String wanted) {
    return of(wanted) == this;
  }

  static ServerChoiceKind of(String wanted) {
    if (wanted.isEmpty()) {
      return ANY;
    }
    if (NUMBERS.matcher(wanted).matches()) {
      return VERSION;
    }
    return isPath(wanted) ? PATH : IMAGE;
  }

  /** {@code prom/prometheus} is an image, unless there is such a file. */
  private static boolean isPath(String wanted) {
    try {
      return Path.of(wanted).isAbsolute()
          || wanted.startsWith(".")
          || Files.exists(Path.of(wanted));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
