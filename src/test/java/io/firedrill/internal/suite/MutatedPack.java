package io.firedrill.internal.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pack's rules and routes with random changes, and one of its scenario files with random
 * actions. All times of routes are multiples of half a minute.
 */
final class MutatedPack {

  /** Files whose scenarios are short. */
  private static final List<String> SCENARIOS =
      List.of(
          "absence",
          "availability",
          "catch-all",
          "components",
          "maintenance",
          "watchdog",
          "whole-pipeline-down");

  private static final Path RULES = Path.of("rules");
  private static final Pattern ACTIONS = Pattern.compile("(?m)^  run_for: .*$");

  private final Random random;

  MutatedPack(long seed) {
    random = new Random(seed);
  }

  /** Writes everything below a directory; returns the scenario file. */
  Path write(Path directory) throws IOException {
    Path rules = Files.createDirectories(directory.resolve("rules"));
    Path tests = Files.createDirectories(directory.resolve("test-scenarios/ml"));
    copy(Path.of("test-scenarios/ml"), tests);
    copy(RULES, rules);
    Files.writeString(
        rules.resolve("alertmanager_rules.yaml"),
        rules(Files.readString(RULES.resolve("alertmanager_rules.yaml"))));
    Files.writeString(
        rules.resolve("alertmanager.yml"),
        routes(Files.readString(RULES.resolve("alertmanager.yml"))));
    Path test = tests.resolve(pick(SCENARIOS) + ".yml");
    Files.writeString(test, withActions(Files.readString(test)));
    return test;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
    if (Files.isDirectory(from.resolve("messages"))) {
      copy(from.resolve("messages"), Files.createDirectories(to.resolve("messages")));
    }
  }

  private String rules(String text) {
    String changed =
        some(text, "(?m)^    for: \\w+$", 0.3, () -> "    for: " + pick("1m 2m 5m 15m"));
    changed =
        some(changed, "(?m)^    keep_firing_for: \\w+$", 0.5, () -> "    keep_firing_for: 1m");
    return some(changed, "severity: critical", 0.1, () -> "severity: warning");
  }

  private String routes(String text) {
    String changed =
        some(text, "group_wait: \\w+", 0.6, () -> "group_wait: " + pick("0s 30s 1m 2m"));
    changed =
        some(changed, "group_interval: \\w+", 0.6, () -> "group_interval: " + pick("1m 2m 5m"));
    changed =
        some(changed, "repeat_interval: \\w+", 0.6, () -> "repeat_interval: " + pick("4m 10m 1h"));
    changed = some(changed, "(?m)^ +continue: true\n", 0.2, () -> "");
    changed =
        some(
            changed,
            "matchers: \\[severity=\"critical\"]",
            0.2,
            () -> "matchers: [severity=~\".+\"]");
    changed = some(changed, "\\[nyse-holidays]", 0.3, () -> "[nyse-hours]");
    changed = some(changed, "\\[nyse-hours]", 0.3, () -> "[nyse-hours, nyse-holidays]");
    changed = some(changed, "send_resolved: true", 0.3, () -> "send_resolved: false");
    changed = some(changed, "equal: \\[service]", 0.3, () -> "equal: [service, region]");
    changed =
        some(
            changed,
            "- source_matchers: \\[alertname=\"MLPipelineDown\"]",
            0.3,
            () -> "- source_matchers: [severity=\"critical\"]");
    return some(
        changed,
        "group_by: \\[alertname]",
        0.3,
        () -> "group_by: [" + pick("team service ...") + "]");
  }

  private String withActions(String text) {
    Matcher runs = ACTIONS.matcher(text);
    return runs.replaceAll(m -> m.group() + (text.contains("actions:") ? "" : actions()));
  }

  private String actions() {
    List<String> actions = new ArrayList<>();
    if (random.nextBoolean()) {
      actions.add(
          "{at: %dm, silence: {matchers: ['%s'], duration: %dm}}"
              .formatted(
                  random.nextInt(20),
                  pick("severity=\"critical\" team=~\"ml|data\" alertname=~\".+Down\""),
                  5 + random.nextInt(40)));
    }
    if (random.nextInt(3) == 0) {
      int at = 20 + random.nextInt(3);
      String server = pick("prometheus alertmanager");
      actions.add("{at: %dm, stop: %s}".formatted(at, server));
      actions.add("{at: %dm, start: %s}".formatted(at + 5, server));
    }
    if (random.nextInt(3) == 0) {
      actions.add(
          "{at: 1m, fail_receiver: {receiver: incident-log, status: %s, duration: %dm}}"
              .formatted(pick("400 503"), 10 + random.nextInt(30)));
    }
    return actions.isEmpty() ? "" : "\n  actions: [" + String.join(", ", actions) + "]";
  }

  private interface Text {
    String get();
  }

  private String some(String text, String regex, double share, Text other) {
    return Pattern.compile(regex)
        .matcher(text)
        .replaceAll(
            m -> Matcher.quoteReplacement(random.nextDouble() < share ? other.get() : m.group()));
  }

  private String pick(String words) {
    return pick(List.of(words.split(" ")));
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
