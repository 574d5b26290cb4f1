package io.firedrill.internal.manifest;

import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlSource;
import java.nio.file.Path;
import java.util.List;

/**
 * A configuration of Alertmanager, read from its own file or built from manifests.
 *
 * @param source the text that the configuration is from, for messages
 * @param root the configuration
 * @param files the template files that manifests contain
 * @param origin where its template files are
 * @param notes warnings
 * @param more other files that it was built from
 */
public record RoutingConfiguration(
    YamlSource source,
    YamlNode root,
    Origin origin,
    List<TemplateFile> files,
    List<Problem> notes,
    List<Path> more) {

  /** Where a configuration and its template files are. */
  public enum Origin {
    /** In files. */
    FILE,
    /** In manifests, as values. */
    MANIFEST
  }

  /**
   * A template file that a manifest contains.
   *
   * @param name its name
   * @param text its text
   * @param firstLine the line of the manifest in which it begins
   */
  public record TemplateFile(String name, String text, int firstLine) {}

  public RoutingConfiguration {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
    more = List.copyOf(more);
  }
}
