package io.firedrill.internal.coverage;

import io.firedrill.internal.source.Position;
import io.firedrill.model.Labels;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that can be covered.
 *
 * @param kind what it is
 * @param name the name of a rule, receiver or time interval; the receiver and matchers of a route;
 *     the matchers of an inhibition rule
 * @param labels the labels that a rule adds, ordered by name; empty for other kinds
 * @param file its file, relative to the working directory
 * @param line its first line, from 1
 */
public record CoverageItem(
    CoverageKind kind, String name, Map<String, String> labels, String file, int line)
    implements Comparable<CoverageItem> {

  private static final Comparator<CoverageItem> ORDER =
      Comparator.comparing(CoverageItem::kind)
          .thenComparing(CoverageItem::file)
          .thenComparing(CoverageItem::line)
          .thenComparing(CoverageItem::name)
          .thenComparing(item -> item.labels.toString());

  public CoverageItem {
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
  }

  static CoverageItem of(CoverageKind kind, String name, Labels labels, Position position) {
    return new CoverageItem(kind, name, labels.asMap(), file(position.file()), position.line());
  }

  /** Scenario files may name a rule file by different paths, such as {@code a/../rules.yml}. */
  private static String file(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = path.toAbsolutePath().normalize();
    return (absolute.startsWith(here) ? here.relativize(absolute) : absolute).toString();
  }

  /** Orders by kind, file and line. */
  @Override
  public int compareTo(CoverageItem other) {
    return ORDER.compare(this, other);
  }
}
