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
 * The places of runbook pages.
 *
 * @param root the repository's root; relative links and directories are relative to it
 * @param directories the directory with the pages, by the beginning of the links; links to {@code
 *     .../docs/runbooks/...} need no entry
 * @param trust which paths may be checked
 */
public record Runbooks(Path root, Map<String, Path> directories, Trust trust) {

  private static final String USUAL = "docs/runbooks/";
  private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*");

  public Runbooks {
    directories = Map.copyOf(directories);
  }

  /** The same, for trusted authors. */
  public Runbooks(Path root, Map<String, Path> directories) {
    this(root, directories, Trust.FULL);
  }

  /** The file that a link refers to; empty for links to other sites. */
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

  /** The names of the pages in a missing page's directory. */
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
