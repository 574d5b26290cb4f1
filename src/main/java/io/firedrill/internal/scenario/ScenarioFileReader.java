package io.firedrill.internal.scenario;

import io.firedrill.internal.manifest.OperatorSettings;
import io.firedrill.internal.scenario.SnapshotExpectation.Use;
import io.firedrill.internal.settings.FlagReader;
import io.firedrill.internal.settings.ProjectSettings;
import io.firedrill.internal.settings.ServerFlags;
import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.Located;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.Severity;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the top level of a scenario file. */
final class ScenarioFileReader {

  private static final List<String> PROMTOOL_KEYS =
      List.of("rule_files", "evaluation_interval", "fuzzy_compare", "group_eval_order", "tests");
  private static final List<String> OWN_KEYS =
      List.of(
          "series_files",
          "alertmanager_config",
          "prometheus_operator",
          "prometheus_config",
          "targets",
          "strict",
          "prometheus_replicas",
          "alertmanager_replicas",
          "replica_label",
          "prometheus_flags",
          "alertmanager_flags");

  private final Path file;
  private final YamlSource source;
  private final Problems problems;
  private final Reading reading;
  private final Use use;
  private final List<BrokenTest> broken = new ArrayList<>();
  private final Trust trust;

  private ScenarioFileReader(
      Path file, YamlSource source, Use use, FilePlaces places, Trust trust) {
    this.file = file;
    this.source = source;
    this.use = use;
    this.problems = new Problems(source);
    this.trust = trust;
    this.reading = new Reading(file, problems, places, trust);
  }

  /**
   * @param use the use of snapshots
   * @param places the places of the rules and routes
   */
  static ScenarioFile read(Path file, YamlSource source, Use use, FilePlaces places, Trust trust) {
    return new ScenarioFileReader(file, source, use, places, trust).read();
  }

  private ScenarioFile read() {
    YamlNode root = source.documents().isEmpty() ? source.empty() : source.documents().get(0);
    if (source.documents().size() > 1) {
      YamlNode second = source.documents().get(1);
      problems.warning(second, "only the first document of a file is read");
    }
    List<String> known = new ArrayList<>(PROMTOOL_KEYS);
    known.addAll(OWN_KEYS);
    Optional<Fields> fields = reading.fields(root, "a scenario file", known);
    if (fields.isEmpty()) {
      problems.throwIfErrors();
    }
    return read(fields.orElseThrow());
  }

  private ScenarioFile read(Fields fields) {
    reading.note(fields, OWN_KEYS);
    Optional<Located<Path>> alertmanager = config(fields, "alertmanager_config");
    Optional<Located<Path>> prometheus = config(fields, "prometheus_config");
    OperatorSettings operator = new OperatorReader(reading).read(fields);
    PrometheusSettings settings =
        prometheus.map(p -> settings(p.value(), fields)).orElse(PrometheusSettings.NONE);
    List<Located<Path>> ruleFiles =
        fields.has("rule_files") ? new RuleFiles(reading).read(fields) : settings.ruleFiles();
    Duration interval =
        positive(fields, "evaluation_interval")
            .or(settings::evaluationInterval)
            .orElse(Duration.ofMinutes(1));
    boolean fuzzy = fields.flag("fuzzy_compare").orElse(false);
    List<Located<String>> order = groupEvalOrder(fields);
    boolean strict = fields.flag("strict").orElse(alertmanager.isPresent());
    // Routes that may be missing must not cause other errors in the file.
    boolean routed = fields.value("alertmanager_config").isPresent();
    Replicas replicas = ReplicasReader.read(fields, routed, problems);
    ServerFlags flags = flags(fields, routed);
    List<String> servers = ReplicasReader.servers(replicas, routed);
    SeriesFiles seriesFiles = new SeriesFiles(reading, fields);
    List<Scenario> scenarios =
        scenarios(
            fields,
            new TestReader.Common(
                interval,
                strict,
                servers,
                settings.externalLabels(),
                seriesFiles,
                new FileTargets(reading, fields),
                new SnapshotReader(file, problems, use, trust)));
    seriesFiles.report();
    throwIfErrorsOutsideOfTests();
    return new ScenarioFile(
        file,
        new ServerFiles(ruleFiles, alertmanager, prometheus, replicas, flags, operator),
        new FileOptions(interval, order, fuzzy, strict, reading.usesFiredrillKeys()),
        scenarios,
        broken,
        problems.warnings(),
        trust);
  }

  private ServerFlags flags(Fields fields, boolean routed) {
    if (fields.has("alertmanager_flags") && !routed) {
      problems.error(
          fields.key("alertmanager_flags"),
          "\"alertmanager_flags\" needs an Alertmanager",
          Optional.of("name its configuration: alertmanager_config"));
    }
    Path directory = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    return FlagReader.read(fields, problems, trust)
        .orElse(ProjectSettings.of(directory, trust).flags());
  }

  private void throwIfErrorsOutsideOfTests() {
    Set<Problem> inTests =
        broken.stream().flatMap(test -> test.problems().stream()).collect(Collectors.toSet());
    boolean others =
        problems.all().stream()
            .anyMatch(p -> p.severity() == Severity.ERROR && !inTests.contains(p));
    if (others || broken.stream().anyMatch(test -> test.problems().isEmpty())) {
      problems.throwIfErrors();
    }
  }

  private PrometheusSettings settings(Path config, Fields fields) {
    PrometheusSettings.Rules rules =
        fields.has("rule_files")
            ? PrometheusSettings.Rules.OWN
            : PrometheusSettings.Rules.OF_THE_CONFIGURATION;
    return PrometheusSettings.read(config, rules, reading);
  }

  private List<Scenario> scenarios(Fields fields, TestReader.Common common) {
    List<Scenario> scenarios = new ArrayList<>();
    List<YamlNode> items = fields.items("tests");
    if (items.isEmpty()) {
      problems.warning(fields.key("tests"), "the file has no tests");
    }
    TestReader reader = new TestReader(reading, common);
    for (int i = 0; i < items.size(); i++) {
      test(reader, items.get(i), i).ifPresent(scenarios::add);
    }
    return common.snapshots().approved(scenarios);
  }

  /** A test, if it is valid. */
  private Optional<Scenario> test(TestReader reader, YamlNode item, int index) {
    int known = problems.all().size();
    int errors = problems.errorCount();
    Optional<Scenario> test = reader.read(item, index);
    if (problems.errorCount() == errors) {
      return test;
    }
    broken.add(
        new BrokenTest(
            test.map(Scenario::name).orElse("unnamed#" + index),
            item.position(),
            problems.all().stream()
                .skip(known)
                .filter(p -> p.severity() == Severity.ERROR)
                .sorted(Comparator.comparing(Problem::position))
                .distinct()
                .toList()));
    return Optional.empty();
  }

  private Optional<Located<Path>> config(Fields fields, String key) {
    return fields
        .scalar(key)
        .flatMap(s -> reading.testedFile(s).map(path -> new Located<>(path, s.position())));
  }

  private Optional<Duration> positive(Fields fields, String key) {
    return fields.duration(key).filter(d -> !d.isZero());
  }

  private List<Located<String>> groupEvalOrder(Fields fields) {
    Map<String, Located<String>> order = new LinkedHashMap<>();
    for (YamlNode item : fields.items("group_eval_order")) {
      Optional<YamlScalar> name = fields.scalar(item, "a group name");
      if (name.isPresent()) {
        String group = name.get().text();
        Located<String> before =
            order.putIfAbsent(group, new Located<>(group, name.get().position()));
        if (before != null) {
          String where = "\" is already listed in line " + before.position().line();
          problems.error(item, "group \"" + group + where);
        }
      }
    }
    return List.copyOf(order.values());
  }
}
