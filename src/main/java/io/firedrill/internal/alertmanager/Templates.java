package io.firedrill.internal.alertmanager;

import io.firedrill.internal.manifest.RoutingConfiguration;
import io.firedrill.internal.receiver.ConfigFiles;
import io.firedrill.internal.receiver.Marker;
import io.firedrill.internal.source.GoGlob;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.TextFile;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private static Template of(Path file) {
      return new Template(file, file.getFileName().toString(), TextFile.read(file), 1);
    }
  }

  Templates {
    files = List.copyOf(files);
  }

  /**
   * Reads the files that globs match. Alertmanager accepts a glob without matches; here it is an
   * error.
   *
   * @param directory what relative globs are relative to
   */
  static Templates read(
      YamlNode globs,
      Path directory,
      RoutingConfiguration configuration,
      Problems problems,
      Trust trust) {
    List<Template> files = new ArrayList<>();
    if (globs instanceof YamlSequence list) {
      for (YamlNode glob : list.items()) {
        if (glob instanceof YamlScalar pattern && !pattern.isNull() && !pattern.text().isEmpty()) {
          boolean inManifest = configuration.origin() == RoutingConfiguration.Origin.MANIFEST;
          if (!inManifest || !readManifest(pattern, configuration, files)) {
            read(pattern, directory, problems, trust, files, inManifest);
          }
        }
      }
    }
    return new Templates(files);
  }

  /** The operator mounts all files of a Secret beside the configuration. */
  private static boolean readManifest(
      YamlScalar pattern, RoutingConfiguration configuration, List<Template> files) {
    Path name = Path.of(pattern.text()).getFileName();
    int before = files.size();
    for (RoutingConfiguration.TemplateFile file : configuration.files()) {
      if (name != null && GoGlob.matches(name.toString(), file.name())) {
        files.add(
            new Template(
                configuration.source().file(), file.name(), file.text(), file.firstLine()));
      }
    }
    return files.size() > before;
  }

  private static void read(
      YamlScalar pattern,
      Path directory,
      Problems problems,
      Trust trust,
      List<Template> files,
      boolean inManifest) {
    Path path = ProductionPaths.of(directory, trust).locate(directory.resolve(pattern.text()));
    Optional<String> refusal = trust.refusal(path);
    if (refusal.isPresent()) {
      problems.error(pattern, refusal.get());
      return;
    }
    try {
      List<Path> matching = GoGlob.expand(path);
      if (matching.isEmpty() && inManifest) {
        problems.warning(
            pattern,
            "no file of the manifest matches \"" + pattern.text() + "\"",
            ProductionPaths.hint(pattern.text()));
      } else if (matching.isEmpty()) {
        problems.error(
            pattern, "no file matches \"" + path + "\"", ProductionPaths.hint(pattern.text()));
      }
      for (Path file : matching) {
        trust.require(file);
        files.add(Template.of(file));
      }
    } catch (GoGlob.BadPatternException e) {
      problems.error(pattern, e.getMessage());
    } catch (InputException e) {
      problems.addAll(e.problems());
    }
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
