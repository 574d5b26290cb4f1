package io.firedrill.internal.alertmanager;

import io.firedrill.internal.manifest.RoutingConfiguration;
import io.firedrill.internal.source.FileTexts;
import io.firedrill.internal.source.GoGlob;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the template files that globs match. Alertmanager accepts a glob without matches; here it
 * is an error.
 */
final class TemplateFiles {

  private final Path directory;
  private final Problems problems;
  private final Trust trust;
  private final FileTexts texts;
  private final RoutingConfiguration configuration;
  private final List<Templates.Template> files = new ArrayList<>();

  /** Relative globs are relative to the directory. */
  TemplateFiles(
      Path directory,
      Problems problems,
      Trust trust,
      FileTexts texts,
      RoutingConfiguration configuration) {
    this.configuration = configuration;
    this.directory = directory;
    this.problems = problems;
    this.trust = trust;
    this.texts = texts;
  }

  Templates read(YamlNode globs) {
    if (globs instanceof YamlSequence list) {
      for (YamlNode glob : list.items()) {
        if (glob instanceof YamlScalar pattern && !pattern.isNull() && !pattern.text().isEmpty()) {
          if (!isInManifest() || !readManifest(pattern)) {
            read(pattern);
          }
        }
      }
    }
    return new Templates(files);
  }

  private boolean isInManifest() {
    return configuration.origin() == RoutingConfiguration.Origin.MANIFEST;
  }

  /** The operator mounts all files of a Secret beside the configuration. */
  private boolean readManifest(YamlScalar pattern) {
    Path name = Path.of(pattern.text()).getFileName();
    int before = files.size();
    for (RoutingConfiguration.TemplateFile file : configuration.files()) {
      if (name != null && GoGlob.matches(name.toString(), file.name())) {
        files.add(
            new Templates.Template(
                configuration.source().file(), file.name(), file.text(), file.firstLine()));
      }
    }
    return files.size() > before;
  }

  private void read(YamlScalar pattern) {
    Path path = ProductionPaths.of(directory, trust).locate(directory.resolve(pattern.text()));
    Optional<String> refusal = trust.refusal(path);
    if (refusal.isPresent()) {
      problems.error(pattern, refusal.get());
      return;
    }
    try {
      List<Path> matching = GoGlob.expand(path);
      if (matching.isEmpty() && isInManifest()) {
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
        files.add(new Templates.Template(file, file.getFileName().toString(), texts.read(file), 1));
      }
    } catch (GoGlob.BadPatternException e) {
      problems.error(pattern, e.getMessage());
    } catch (InputException e) {
      problems.addAll(e.problems());
    }
  }
}
