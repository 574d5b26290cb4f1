package io.firedrill.internal.rig.choice;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a wanted server is called by. */
enum ServerChoiceKind {
  /** Nothing: whatever there is. */
  ANY,
  /** A version, or its beginning. */
  VERSION,
  /** A path on this machine. */
  PATH,
  /** An image's name. */
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
