package io.firedrill.internal.generation;

import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlPaths;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import io.firedrill.internal.source.YamlSource;
import io.firedrill.model.Labels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The alerts that existing scenarios of a directory mention. */
final class TestedAlerts {

  private static final List<String> KEYS = List.of("alert_state_test", "alert_rule_test");

  /** An expectation about an alert, in a file that names some rule files. */
  private record Mention(String alertname, Map<String, String> labels, Set<Path> ruleFiles) {}

  private static final Pattern ALERTS_CALL = Pattern.compile("alerts\\(\"([^\"]+)\"");

  /** A test class may name its rule files in any way. */
  private static final Path ANY_FILE = Path.of("*");

  private final List<Mention> mentions = new ArrayList<>();

  private TestedAlerts() {}

  /** Reads all scenario files of a directory; files that cannot be read are left to the user. */
  static TestedAlerts in(Path directory) {
    TestedAlerts tested = new TestedAlerts();
    if (!Files.isDirectory(directory)) {
      return tested;
    }
    tested.readClasses(directory);
    List<Path> files;
    try {
      files = YamlPaths.at(directory, "scenario files", any -> true);
    } catch (InputException e) {
      return tested;
    }
    files.forEach(tested::read);
    return tested;
  }

  /** Test classes are searched for the names of alerts. */
  private void readClasses(Path directory) {
    try (Stream<Path> walk = Files.walk(directory)) {
      for (Path file : walk.filter(p -> p.toString().endsWith(".java")).toList()) {
        String text = Files.readString(file);
        if (text.contains("FiredrillTest")) {
          Matcher matcher = ALERTS_CALL.matcher(text);
          while (matcher.find()) {
            mentions.add(new Mention(matcher.group(1), Map.of(), Set.of(ANY_FILE)));
          }
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // Files that cannot be read are left to the user.
      return;
    }
  }

  private void read(Path file) {
    try {
      notFound(file);
      for (YamlNode document : YamlSource.read(file).documents()) {
        if (document instanceof YamlMapping root) {
          Set<Path> rules = ruleFiles(root, file);
          List<Mention> found = new ArrayList<>();
          items(root.get("tests")).forEach(test -> readTest(test, rules, found));
          found.stream().filter(m -> !isVague(m, found)).forEach(mentions::add);
        }
      }
    } catch (InputException e) {
      // firedrill test says what is wrong with it.
      return;
    }
  }

  /** Rules for which no input was found are not searched again until their file is deleted. */
  private void notFound(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      lines
          .filter(l -> l.startsWith("# " + NotFoundText.HEAD) && l.endsWith(NotFoundText.TAIL))
          .map(
              l ->
                  l.substring(
                      2 + NotFoundText.HEAD.length(), l.length() - NotFoundText.TAIL.length()))
          .forEach(name -> mentions.add(new Mention(name, Map.of(), Set.of(ANY_FILE))));
    } catch (IOException | UncheckedIOException e) {
      // firedrill test says what is wrong with it.
      return;
    }
  }

  /** Without labels, beside others of the same alert in the same file that have some. */
  private static boolean isVague(Mention mention, List<Mention> all) {
    return mention.labels().isEmpty()
        && all.stream()
            .anyMatch(o -> o.alertname().equals(mention.alertname()) && !o.labels().isEmpty());
  }

  private static void readTest(YamlMapping test, Set<Path> rules, List<Mention> found) {
    for (String key : KEYS) {
      for (YamlMapping item : items(test.get(key))) {
        Optional<String> name = text(item.get("alertname"));
        Map<String, String> labels = new TreeMap<>(RuleBook.texts(item, "labels"));
        for (YamlMapping expected : items(item.get("exp_alerts"))) {
          labels.putAll(RuleBook.texts(expected, "exp_labels"));
        }
        name.ifPresent(n -> found.add(new Mention(n, labels, rules)));
      }
    }
  }

  private static Optional<String> text(Optional<YamlNode> node) {
    return node.orElse(null) instanceof YamlScalar scalar
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  private static List<YamlMapping> items(Optional<YamlNode> node) {
    List<YamlMapping> items = new ArrayList<>();
    if (node.orElse(null) instanceof YamlSequence list) {
      for (YamlNode item : list.items()) {
        if (item instanceof YamlMapping mapping) {
          items.add(mapping);
        }
      }
    }
    return items;
  }

  private static Set<Path> ruleFiles(YamlMapping root, Path file) {
    Set<Path> found = new HashSet<>();
    if (root.get("rule_files").orElse(null) instanceof YamlSequence list) {
      for (YamlNode item : list.items()) {
        if (item instanceof YamlScalar scalar) {
          Path directory = file.toAbsolutePath().getParent();
          found.add(directory.resolve(scalar.text()).normalize());
        }
      }
    }
    return found;
  }

  /** Whether a scenario mentions the alerts of a rule, and none of its labels contradicts. */
  boolean mention(AlertRule rule) {
    Path file = rule.file().toAbsolutePath().normalize();
    return mentions.stream()
        .filter(m -> m.alertname().equals(rule.name()))
        .filter(m -> isOf(m, file))
        .anyMatch(m -> fits(rule.labels(), m.labels()));
  }

  /** Patterns are not expanded: a file that they may name counts. */
  private static boolean isOf(Mention mention, Path file) {
    return mention.ruleFiles().contains(file)
        || mention.ruleFiles().stream().anyMatch(p -> p.toString().contains("*"));
  }

  private static boolean fits(Labels rule, Map<String, String> mentioned) {
    return rule.asMap().entrySet().stream()
        .noneMatch(
            e -> {
              String other = mentioned.get(e.getKey());
              return other != null
                  && !e.getValue().contains("{{")
                  && !other.startsWith("/")
                  && !other.equals(e.getValue());
            });
  }
}
