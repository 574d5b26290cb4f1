package io.firedrill.internal.lint;

import io.firedrill.internal.source.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the pages are that runbook links lead to.
 *
 * @param root what relative links and directories are relative to: the repository's root
 * @param directories which directory holds the pages of links that begin so; links to {@code
 *     .../docs/runbooks/...} need no entry
 * @param trust which pages may be looked for
 */
public record Runbooks(Path root, Map<String, Path> directories, Trust trust) {

  private static final String USUAL = "docs/runbooks/";
  private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*");

  public Runbooks {
    directories = Map.copyOf(directories);
  }

  /** Pages of authors who are trusted. */
  public Runbooks(Path root, Map<String, Path> directories) {
    this(root, directories, Trust.FULL);
  }

  /** The file that a link has to lead to; empty for links to elsewhere. */
  Optional<Path> page(String link) {
    return path(link).filter(page -> trust.refusal(page).isEmpty());
  }

  private Optional<Path> path(String link) {
    String target = link.replaceFirst("[?#].*$", "");
    try {
      Optional<String> base =
          directories.keySet().stream().filter(target::startsWith).max(String::compareTo);
      if (base.isPresent()) {
        String name = target.substring(base.get().length()).replaceFirst("^/+", "");
        return Optional.of(root.resolve(directories.get(base.get())).resolve(name));
      }
      if (!SCHEME.matcher(target).matches()) {
        return Optional.of(root.resolve(target));
      }
      int usual = target.lastIndexOf("/" + USUAL);
      return usual < 0 ? Optional.empty() : Optional.of(root.resolve(target.substring(usual + 1)));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The names of the pages beside one that is missing. */
  static List<String> beside(Path page) {
    List<String> names = new ArrayList<>();
    try (var files = Files.list(page.toAbsolutePath().getParent())) {
      files.map(f -> f.getFileName().toString()).sorted().forEach(names::add);
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
    return names;
  }
}
