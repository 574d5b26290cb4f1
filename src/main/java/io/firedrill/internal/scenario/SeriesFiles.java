package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlSequence;
import io.firedrill.internal.source.YamlSource;
import io.firedrill.model.Labels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code series_files}: lists of series that every test has, unless it replaces them. */
final class SeriesFiles {

  /** One file and its problems. */
  private record Content(List<YamlNode> items, Reading reading, Problems problems) {}

  private final Reading reading;
  private final List<Content> contents = new ArrayList<>();

  SeriesFiles(Reading reading, Fields file) {
    this.reading = reading;
    for (YamlNode item : file.items("series_files")) {
      file.scalar(item, "a series file").flatMap(reading::existingFile).ifPresent(this::open);
    }
  }

  private void open(Path path) {
    try {
      YamlSource source = YamlSource.read(path);
      Problems problems = new Problems(source);
      YamlNode root = source.documents().isEmpty() ? source.empty() : source.documents().get(0);
      if (root instanceof YamlSequence list) {
        contents.add(new Content(list.items(), reading.of(path, problems), problems));
      } else {
        problems.error(root, "expected a list of input series, found " + root.kind());
        reading.problems().addAll(problems.all());
      }
    } catch (InputException e) {
      reading.problems().addAll(e.problems());
    }
  }

  /** A test's series: those of the files first; of two with the same labels, the test's own. */
  List<InputSeries> with(List<InputSeries> own, Scenario scenario) {
    Map<Labels, InputSeries> all = new LinkedHashMap<>();
    for (Content content : contents) {
      new InputSeriesReader(content.reading(), scenario)
          .read(content.items())
          .forEach(series -> all.put(series.labels(), series.named(Optional.empty())));
    }
    own.forEach(series -> all.put(series.labels(), series));
    return List.copyOf(all.values());
  }

  /** Reports the problems of the files after all tests have been read. */
  void report() {
    contents.forEach(content -> reading.problems().addAll(content.problems().all()));
  }
}
