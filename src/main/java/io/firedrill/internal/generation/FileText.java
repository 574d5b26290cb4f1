package io.firedrill.internal.generation;

import io.firedrill.internal.inversion.InputPlan;
import io.firedrill.model.Labels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the scenario file of all rules with one name. */
final class FileText {

  private static final int LONGEST = 90;

  private final Settings settings;

  /**
   * What all files share.
   *
   * @param ruleFiles the rule files, as the scenario file names them
   * @param alertmanagerConfig the routes, as the scenario file names them
   * @param seriesFile the file of healthy series, as the scenario file names it
   */
  record Settings(
      List<String> ruleFiles,
      Optional<String> alertmanagerConfig,
      Optional<String> seriesFile,
      Duration evaluationInterval) {}

  FileText(Settings settings) {
    this.settings = settings;
  }

  /** A path as another file names it. */
  static String relative(Path from, Path to) {
    Path directory = from.toAbsolutePath().normalize().getParent();
    Path relative = directory.relativize(to.toAbsolutePath().normalize());
    return relative.toString();
  }

  String of(List<Attempts> rules, Map<InputPlan, Observation> observations) {
    StringBuilder text = new StringBuilder();
    for (Attempts attempts : rules) {
      text.append("# ").append(headline(attempts.rule())).append('\n');
    }
    text.append("rule_files: ").append(list(settings.ruleFiles())).append('\n');
    settings
        .alertmanagerConfig()
        .ifPresent(f -> text.append("alertmanager_config: ").append(Yaml.plain(f)).append('\n'));
    settings
        .seriesFile()
        .ifPresent(f -> text.append("series_files: ").append(list(List.of(f))).append('\n'));
    text.append("evaluation_interval: ")
        .append(TestText.time(settings.evaluationInterval()))
        .append("\n\n")
        .append(hasTests(rules) ? "tests:\n" : "tests: []\n");
    List<String> tests = new ArrayList<>();
    for (Attempts attempts : rules) {
      tests.addAll(tests(attempts, told(attempts, rules), observations));
    }
    return text + String.join("\n", unique(tests));
  }

  private static boolean hasTests(List<Attempts> rules) {
    return rules.stream().anyMatch(attempts -> !attempts.all().isEmpty());
  }

  private static String list(List<String> files) {
    return files.stream().map(Yaml::inFlow).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String headline(AlertRule rule) {
    String expr = rule.expr().toString();
    String text = rule.name() + ": " + expr;
    text = text.length() > LONGEST ? text.substring(0, LONGEST - 3) + "..." : text;
    Duration pending = rule.input().pending();
    StringBuilder safe = new StringBuilder();
    text.codePoints().forEach(c -> safe.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return safe + (pending.isZero() ? "" : " for " + TestText.time(pending));
  }

  /** The labels that distinguish a rule from others of its name. */
  static Labels told(Attempts subject, List<Attempts> rules) {
    Map<String, String> told = new TreeMap<>();
    subject
        .rule()
        .labels()
        .asMap()
        .forEach(
            (name, value) -> {
              boolean differs =
                  rules.stream()
                      .anyMatch(
                          o -> !o.rule().labels().get(name).filter(value::equals).isPresent());
              if (differs && !value.contains("{{")) {
                told.put(name, value);
              }
            });
    return Labels.copyOf(told);
  }

  private List<String> tests(
      Attempts attempts, Labels told, Map<InputPlan, Observation> observations) {
    List<String> tests = new ArrayList<>();
    for (Attempts.Tried tried : attempts.all()) {
      tests.add(
          new TestText(attempts.rule(), told, settings.evaluationInterval())
              .of(tried, Optional.ofNullable(observations.get(tried.input()))));
    }
    if (attempts.fires().isEmpty()) {
      tests.add(NotFoundText.of(attempts));
    }
    return tests;
  }

  /** Tests of two rules that cannot be told apart may have the same name. */
  private static List<String> unique(List<String> tests) {
    Map<String, Integer> names = new LinkedHashMap<>();
    List<String> result = new ArrayList<>();
    for (String test : tests) {
      int end = test.indexOf('\n');
      String first = test.substring(0, end);
      int count = names.merge(first, 1, Integer::sum);
      boolean quoted = first.endsWith("\"") || first.endsWith("'");
      String renamed =
          count == 1
              ? first
              : quoted
                  ? first.substring(0, first.length() - 1)
                      + " ("
                      + count
                      + ")"
                      + first.charAt(first.length() - 1)
                  : first + " (" + count + ")";
      result.add(renamed + test.substring(end));
    }
    return result;
  }
}
