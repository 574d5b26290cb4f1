package io.firedrill.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.firedrill.internal.alertmanager.AlertmanagerApi;
import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleFile;
import io.firedrill.internal.prometheus.RuleStatus.Kind;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigSpec;
import io.firedrill.internal.rig.RigSpec.Topology;
import io.firedrill.internal.rig.Server;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.scenario.NotificationExpectation;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.scenario.ScenarioPaths;
import io.firedrill.model.AlertState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The rules, routes and scrape configuration in {@code rules} belong together: with the servers,
 * with their runbooks, and with the scenarios that prove them.
 */
class RulePackTest {

  static final List<String> VERSIONS = List.of(TestPairs.VERSIONS);

  private static final List<Path> RULES =
      List.of(Path.of("rules/alertmanager_rules.yaml"), Path.of("rules/watchdog.yaml"));
  private static final Path ROUTES = Path.of("rules/alertmanager.yml");
  private static final Path RUNBOOKS = Path.of("docs/runbooks");
  private static final List<Scenario> SCENARIOS =
      ScenarioPaths.at(Path.of("test-scenarios/ml")).stream()
          .flatMap(file -> ScenarioFile.read(file).scenarios().stream())
          .toList();

  @ParameterizedTest
  @FieldSource("VERSIONS")
  void promtoolAcceptsTheScrapeConfigurationAndItsRules(String version) throws IOException {
    Path promtool = TestPairs.pair(version).prometheus().executable().resolveSibling("promtool");
    Process process = start(promtool.toString(), "check", "config", "rules/prometheus.yml");

    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.onExit().join().exitValue()).as(output).isZero();
    assertThat(output).contains("2 rule files found").doesNotContain("FAILED", "WARNING");
  }

  /** The original routes, not redirected. No alert fires, so no receiver is contacted. */
  @ParameterizedTest
  @FieldSource("VERSIONS")
  void alertmanagerAcceptsTheRoutes(String version) throws IOException {
    RigSpec spec = RigSpec.of(Topology.PROMETHEUS_AND_ALERTMANAGER, Instant.EPOCH);
    try (Rig rig = TestPairs.rigs(version).start(spec, null)) {
      AlertmanagerApi api = AlertmanagerApi.at(rig.address(Server.ALERTMANAGER).orElseThrow());
      rig.clock().write(Server.ALERTMANAGER.configFile(), Files.readAllBytes(ROUTES));

      assertThatNoException().isThrownBy(api::reload);
    }
  }

  private static Process start(String... command) throws IOException {
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  @Test
  void everyAlertHasARunbook() throws IOException {
    for (String alert : alerts()) {
      assertThat(Files.readString(RUNBOOKS.resolve(alert + ".md")))
          .startsWith("# " + alert + "\n")
          .contains("\n## What it means\n", "\n## First steps\n")
          .containsPattern("\n## Why it (fires|stops)\n");
    }
    try (Stream<Path> pages = Files.list(RUNBOOKS)) {
      assertThat(pages.map(p -> p.getFileName().toString().replace(".md", "")))
          .containsExactlyInAnyOrderElementsOf(alerts());
    }
  }

  @Test
  void theDocumentationListsEveryAlertAndEveryMetric() throws IOException {
    String page = Files.readString(Path.of("docs/ml-pack.md"));
    Pattern metric = Pattern.compile("(?<![\\w:])(?:pipeline|sentiment_model|rl_agent)_\\w+");

    assertThat(alerts())
        .allSatisfy(a -> assertThat(page).contains("[" + a + "](runbooks/" + a + ".md)"));
    assertThat(metric.matcher(Files.readString(RULES.get(0))).results().map(MatchResult::group))
        .filteredOn(name -> !name.equals("pipeline_component_errors_per_operations"))
        .allSatisfy(name -> assertThat(page).contains("`" + name));
  }

  @Test
  void runbooksLinkToExistingPages() throws IOException {
    Pattern link = Pattern.compile("\\]\\(([^)#:]+)\\)");
    for (String alert : alerts()) {
      link.matcher(Files.readString(RUNBOOKS.resolve(alert + ".md")))
          .results()
          .forEach(l -> assertThat(RUNBOOKS.resolve(l.group(1))).as(alert).exists());
    }
  }

  @Test
  void scenariosShowEveryAlertFiringAndQuiet() {
    assertThat(alerts())
        .allSatisfy(alert -> assertThat(statesOf(alert)).contains(AlertState.FIRING))
        // The watchdog is never quiet.
        .filteredOn(alert -> !alert.equals("Watchdog"))
        .allSatisfy(alert -> assertThat(statesOf(alert)).contains(AlertState.INACTIVE));
  }

  @Test
  void scenariosShowEveryReceiverWithAndWithoutNotifications() throws IOException {
    Set<String> receivers =
        Pattern.compile("(?m)^- name: (\\S+)\n  [a-z]+_configs:")
            .matcher(Files.readString(ROUTES))
            .results()
            .map(m -> m.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(receivers).hasSize(11);
    assertThat(receivers)
        .allSatisfy(
            receiver -> {
              assertThat(notifications(receiver)).as("told").anyMatch(n -> !n.isEmpty());
              assertThat(notifications(receiver)).as("not told").anyMatch(List::isEmpty);
            });
  }

  private static Set<String> alerts() {
    return RULES.stream()
        .flatMap(file -> RuleFile.read(file).stream())
        .flatMap(group -> group.rules().stream())
        .filter(rule -> rule.kind() == Kind.ALERTING)
        .map(Rule::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<AlertState> statesOf(String alert) {
    return SCENARIOS.stream()
        .flatMap(s -> s.alertStateTests().stream())
        .filter(e -> e.alertname().equals(alert))
        .map(e -> e.state())
        .distinct()
        .toList();
  }

  private static List<List<?>> notifications(String receiver) {
    return SCENARIOS.stream()
        .flatMap(s -> s.notificationTests().stream())
        .filter(e -> e.receiver().equals(receiver))
        .<List<?>>map(NotificationExpectation::expected)
        .toList();
  }
}
