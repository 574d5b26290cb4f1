package io.firedrill.internal.alertmanager;

import io.firedrill.internal.receiver.ConfigFiles;
import io.firedrill.internal.receiver.Marker;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies of the user's template files, so that Alertmanager does not need access to the user's
 * files. Each gets its own directory and keeps its name, which other templates may use.
 *
 * @param files the files that the globs match, in Alertmanager's order
 */
record Templates(List<Template> files) {

  /**
   * A template file.
   *
   * @param source the user's file, or the manifest that contains it
   * @param name its name
   * @param text its text
   * @param firstLine the line of the user's file in which it begins
   */
  record Template(Path source, String name, String text, int firstLine) {

    /** A file of its own. */
    static Template of(Path file, String text) {
      return new Template(file, file.getFileName().toString(), text, 1);
    }
  }

  Templates {
    files = List.copyOf(files);
  }

  /** The setting for the redirected configuration. */
  YamlSequence redirected(YamlNode at, ConfigFiles target) {
    Stream.Builder<String> paths = Stream.builder();
    for (int i = 0; i < files.size(); i++) {
      String name = files.get(i).name();
      target.add("templates/" + i + "/" + name, files.get(i).text());
      // A file's own name is not a pattern, even with special characters.
      paths.add("templates/" + i + "/" + name.replaceAll("[*?\\[\\\\]", "\\\\$0"));
    }
    paths.add(target.add(Marker.FILE, Marker.DEFINITIONS));
    return new YamlSequence(
        at.position(), paths.build().map(YamlScalar::quoted).map(YamlNode.class::cast).toList());
  }
}
