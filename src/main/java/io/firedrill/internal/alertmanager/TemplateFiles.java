package io.firedrill.internal.alertmanager;

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
  private final List<Templates.Template> files = new ArrayList<>();

  /** Relative globs are relative to the directory. */
  TemplateFiles(Path directory, Problems problems, Trust trust, FileTexts texts) {
    this.directory = directory;
    this.problems = problems;
    this.trust = trust;
    this.texts = texts;
  }

  Templates read(YamlNode globs) {
    if (globs instanceof YamlSequence list) {
      for (YamlNode glob : list.items()) {
        if (glob instanceof YamlScalar pattern && !pattern.isNull() && !pattern.text().isEmpty()) {
          read(pattern);
        }
      }
    }
    return new Templates(files);
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
      if (matching.isEmpty()) {
        problems.error(
            pattern, "no file matches \"" + path + "\"", ProductionPaths.hint(pattern.text()));
      }
      for (Path file : matching) {
        trust.require(file);
        files.add(new Templates.Template(file, texts.read(file)));
      }
    } catch (GoGlob.BadPatternException e) {
      problems.error(pattern, e.getMessage());
    } catch (InputException e) {
      problems.addAll(e.problems());
    }
  }
}
