package io.firedrill.internal.prometheus;

import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.FileTexts;
import io.firedrill.internal.source.GoGlob;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import io.firedrill.internal.source.YamlSource;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a Prometheus configuration for its scrape jobs. */
final class ScrapeConfigReader {

  private static final String JOBS = "scrape_configs";
  private static final String JOB_FILES = "scrape_config_files";
  private static final int MOST_FILES = 1000;

  private final Path file;
  private final Problems problems;
  private final List<Problem> others = new ArrayList<>();
  private final List<ScrapeJob> jobs = new ArrayList<>();
  private final List<Path> files;
  private final Trust trust;
  private final FileTexts texts;

  private ScrapeConfigReader(
      Path file, Problems problems, List<Path> files, Trust trust, FileTexts texts) {
    this.texts = texts;
    this.trust = trust;
    this.file = file;
    this.files = files;
    files.add(file);
    this.problems = problems;
  }

  static ScrapeConfig read(Path file, Trust trust, FileTexts texts) {
    trust.require(file);
    YamlSource source = YamlSource.readConfiguration(file, texts);
    Problems problems = new Problems(source);
    ScrapeConfigReader reader =
        new ScrapeConfigReader(file, problems, new ArrayList<>(), trust, texts);
    YamlNode root = source.documents().isEmpty() ? source.empty() : source.documents().get(0);
    List<String> keys = // Accept all keys; Prometheus checks them.
        root instanceof YamlMapping mapping
            ? mapping.entries().stream().map(entry -> entry.key().text()).toList()
            : List.of();
    Fields.of(root, "a Prometheus configuration", keys, problems).ifPresent(reader::read);
    problems.addAll(reader.others);
    problems.throwIfErrors();
    YamlMapping mapping =
        root instanceof YamlMapping m ? m : new YamlMapping(root.position(), List.of());
    return new ScrapeConfig(mapping, reader.jobs, problems.warnings(), reader.files);
  }

  private void read(Fields fields) {
    leftOut(ScrapeKeys.ROOT, fields.node());
    fields.value("global").ifPresent(global -> leftOut(ScrapeKeys.GLOBAL, global));
    fields.value("storage").ifPresent(this::storage);
    if (fields.node() instanceof YamlMapping root) {
      AlertRelabelling.warn(root, problems);
    }
    fields.items(JOBS).forEach(this::job);
    for (YamlNode item : fields.items(JOB_FILES)) {
      fields.scalar(item, "a file of scrape configurations").ifPresent(this::jobFiles);
    }
  }

  private void storage(YamlNode storage) {
    leftOut(ScrapeKeys.STORAGE, storage);
    if (storage instanceof YamlMapping mapping) {
      mapping.get("tsdb").ifPresent(tsdb -> leftOut(ScrapeKeys.TSDB, tsdb));
    }
  }

  private void leftOut(ScrapeKeys keys, YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      keys.unexpected(mapping)
          .forEach(key -> problems.warning(key, "\"" + key + "\" is left out in tests"));
    }
  }

  private void jobFiles(YamlScalar pattern) {
    for (Path named : matching(file, pattern, problems, trust)) {
      try {
        YamlSource source = YamlSource.readConfiguration(named, texts);
        Problems own = new Problems(source);
        ScrapeConfigReader reader = new ScrapeConfigReader(named, own, files, trust, texts);
        YamlNode root = source.documents().isEmpty() ? source.empty() : source.documents().get(0);
        Fields.of(root, "a file of scrape configurations", List.of(JOBS), own)
            .ifPresent(fields -> fields.items(JOBS).forEach(reader::job));
        others.addAll(own.all());
        others.addAll(reader.others);
        jobs.addAll(reader.jobs);
      } catch (InputException e) {
        others.addAll(e.problems());
      }
    }
  }

  private void job(YamlNode node) {
    if (!(node instanceof YamlMapping job)) {
      problems.error(node, "expected a mapping for a scrape configuration, found " + node.kind());
      return;
    }
    if (!(job.get("job_name").orElse(null) instanceof YamlScalar name) || name.text().isEmpty()) {
      problems.error(job, "\"job_name\" is missing in a scrape configuration");
      return;
    }
    leftOut(ScrapeKeys.JOB, job);
    List<YamlNode> groups = new ArrayList<>();
    List<YamlScalar> replaced = new ArrayList<>();
    for (YamlMapping.Entry entry : job.entries()) {
      String key = entry.key().text();
      boolean read =
          key.equals("file_sd_configs")
              && new FileDiscovery(file, problems, others, files, trust)
                  .read(entry.value(), groups);
      if (ScrapeJob.isDiscovery(key) && !read && !isEmpty(entry.value())) {
        replaced.add(entry.key());
        problems.warning(
            entry.key(),
            "\"%s\" of job \"%s\" does not work in tests".formatted(key, name.text()),
            Optional.of("its targets are those that a test declares with job: " + name.text()));
      }
    }
    jobs.add(new ScrapeJob(job, name.text(), name, replaced, groups));
  }

  private static boolean isEmpty(YamlNode node) {
    return node.isNull() || node instanceof YamlSequence list && list.items().isEmpty();
  }

  /** The files that match a pattern, relative to the file that contains it. */
  static List<Path> matching(Path file, YamlScalar pattern, Problems problems, Trust trust) {
    try {
      Path directory = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
      Path path = directory.resolve(pattern.text());
      Optional<String> refusal = trust.refusal(path);
      if (refusal.isPresent()) {
        problems.error(pattern, refusal.get());
        return List.of();
      }
      return GoGlob.expand(path).stream()
          .filter(Files::isRegularFile)
          .limit(MOST_FILES)
          .peek(trust::require)
          .toList();
    } catch (InvalidPathException | GoGlob.BadPatternException e) {
      problems.error(pattern, e.getMessage());
      return List.of();
    }
  }
}
