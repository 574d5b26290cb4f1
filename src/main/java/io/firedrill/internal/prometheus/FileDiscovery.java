package io.firedrill.internal.prometheus;

import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import io.firedrill.internal.source.YamlSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the files of {@code file_sd_configs} once, because they do not change in a test. */
final class FileDiscovery {

  private final Path config;
  private final Problems problems;
  private final List<Problem> others;
  private final List<Path> files;
  private final Trust trust;

  /**
   * @param config the file that names the others
   * @param others collects the problems of those
   * @param files collects their paths
   */
  FileDiscovery(
      Path config, Problems problems, List<Problem> others, List<Path> files, Trust trust) {
    this.files = files;
    this.trust = trust;
    this.config = config;
    this.problems = problems;
    this.others = others;
  }

  /**
   * Adds the target groups of the files.
   *
   * @return whether each name has a file
   */
  boolean read(YamlNode configs, List<YamlNode> groups) {
    List<YamlNode> found = new ArrayList<>();
    boolean all = configs instanceof YamlSequence;
    List<YamlNode> items = configs instanceof YamlSequence list ? list.items() : List.of();
    for (YamlNode item : items) {
      List<YamlNode> patterns =
          item instanceof YamlMapping mapping
              ? ScrapeConfig.items(mapping, "files").toList()
              : List.of();
      for (YamlNode pattern : patterns) {
        List<Path> named =
            pattern instanceof YamlScalar scalar
                ? ScrapeConfigReader.matching(config, scalar, problems, trust)
                : List.of();
        all &= !named.isEmpty();
        named.forEach(file -> read(file, found));
      }
      all &= !patterns.isEmpty();
    }
    if (all) {
      groups.addAll(found);
    }
    return all;
  }

  private void read(Path file, List<YamlNode> groups) {
    files.add(file);
    try {
      YamlSource source = YamlSource.readConfiguration(file);
      for (YamlNode document : source.documents()) {
        if (document instanceof YamlSequence list) {
          list.items().forEach(group -> groups.add(labelled(group, file)));
        } else {
          Problems own = new Problems(source);
          own.error(document, "expected a list of target groups, found " + document.kind());
          others.addAll(own.all());
        }
      }
    } catch (InputException e) {
      others.addAll(e.problems());
    }
  }

  private static YamlNode labelled(YamlNode group, Path file) {
    if (!(group instanceof YamlMapping mapping)) {
      return group; // Prometheus reports the error.
    }
    YamlMapping labels =
        mapping.get("labels").orElse(null) instanceof YamlMapping given
            ? given
            : new YamlMapping(mapping.position(), List.of());
    return mapping.with(
        "labels", labels.with("__meta_filepath", YamlScalar.quoted(file.toString())));
  }
}
