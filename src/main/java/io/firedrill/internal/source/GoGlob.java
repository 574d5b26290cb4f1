package io.firedrill.internal.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * File name patterns with Go's semantics: {@code *}, {@code ?}, {@code [a-z]}, {@code [^a]} and
 * backslash match within one path element, and also match hidden files.
 */
public final class GoGlob {

  /** The maximum number of matches. Directories can contain each other through links. */
  private static final int MOST = 10_000;

  private static final int DEEPEST = 100;

  /** A malformed pattern, or one that matches too many files. */
  public static final class BadPatternException extends RuntimeException {
    BadPatternException(String message) {
      super(message);
    }

    static BadPatternException mistakeIn(String pattern) {
      return new BadPatternException("mistake in the pattern \"" + pattern + "\"");
    }
  }

  private GoGlob() {}

  /** Whether a path contains a special character of patterns. */
  public static boolean isPattern(String path) {
    return path.chars().anyMatch(c -> "*?[\\".indexOf(c) >= 0);
  }

  /** The matching paths, sorted within each directory; for a plain path, the path if it exists. */
  public static List<Path> expand(Path path) {
    if (!isPattern(path.toString())) {
      return Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? List.of(path) : List.of();
    }
    if (path.getFileName() == null) {
      return List.of();
    }
    if (path.getNameCount() > DEEPEST) {
      throw new BadPatternException("a pattern has at most " + DEEPEST + " directories");
    }
    Path parent = path.getParent() == null ? Path.of("") : path.getParent();
    String name = path.getFileName().toString();
    Pattern pattern = regex(name);
    List<Path> result = new ArrayList<>();
    for (Path directory : expandDirectory(parent)) {
      result.addAll(matching(directory, pattern));
      if (result.size() > MOST) {
        throw new BadPatternException("more than " + MOST + " files match \"" + path + "\"");
      }
    }
    return result;
  }

  /** Whether a name without directories matches a pattern. */
  public static boolean matches(String pattern, String name) {
    return regex(pattern).matcher(name).matches();
  }

  private static List<Path> expandDirectory(Path parent) {
    return isPattern(parent.toString()) ? expand(parent) : List.of(parent);
  }

  private static List<Path> matching(Path directory, Pattern pattern) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        if (pattern.matcher(file.getFileName().toString()).matches()) {
          found.add(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Go also continues with what it could list.
    }
    Collections.sort(found);
    return found;
  }

  private static Pattern regex(String glob) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      switch (c) {
        case '*' -> regex.append("[^/]*");
        case '?' -> regex.append("[^/]");
        case '[' -> {
          int end = classEnd(glob, i);
          String body = glob.substring(i + 1, end).replace("[", "\\[").replace("&", "\\&");
          regex.append('[').append(body).append(']');
          i = end;
        }
        case '\\' -> {
          if (++i == glob.length()) {
            throw BadPatternException.mistakeIn(glob);
          }
          regex.append(Pattern.quote(glob.substring(i, i + 1)));
        }
        default -> regex.append(Pattern.quote(Character.toString(c)));
      }
    }
    try {
      return Pattern.compile(regex.toString(), Pattern.DOTALL);
    } catch (PatternSyntaxException e) {
      throw BadPatternException.mistakeIn(glob);
    }
  }

  private static int classEnd(String glob, int start) {
    for (int i = start + 1; i < glob.length(); i++) {
      if (glob.charAt(i) == '\\') {
        i++;
      } else if (glob.charAt(i) == ']' && i > start + 1) {
        return i;
      }
    }
    throw BadPatternException.mistakeIn(glob);
  }
}
