package io.firedrill.internal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.source.Located;
import io.firedrill.model.Labels;
import io.firedrill.model.TargetFault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetsTest {

  @TempDir private Path directory;

  private ScenarioFiles files;

  @BeforeEach
  void files() {
    files = new ScenarioFiles(directory);
    files.write(
        "prometheus.yml",
        """
        global: {evaluation_interval: 30s, external_labels: {region: eu, zone: a}}
        rule_files: [rules/*.yml]
        scrape_configs: []
        """);
    files.write("rules/all.yml", "groups: []\n");
  }

  @Test
  void aTargetHasAnAddressAndContent() {
    files.write("m.prom", "m 1\n");

    List<Target> targets =
        targets(
            """
            targets:
            - {address: a:1}
            - {address: b:1, metrics: [{series: m, steady: 5}], slow: 3s, from: 1m, to: 2m}
            - {address: c:1, exposition: m.prom}
            - {address: d:1, scrape: 'http://127.0.0.1:8000/m'}
            - {address: e:1, command: [python3, e.py], env: {MODE: test, TOKEN: }}
            - {address: f:1, job: pods, discovery_labels: {__meta_pod: p}, status: 503}
            - {address: g:1, down: true}
            - {address: h:1, body: rubbish}
            run_for: 5m
            """);

    assertThat(targets)
        .extracting(t -> t.address().text())
        .containsExactly("a:1", "b:1", "c:1", "d:1", "e:1", "f:1", "g:1", "h:1");
    assertThat(targets)
        .extracting(t -> t.content().orElse(null))
        .startsWith(new TargetContent.Metrics(List.of()))
        .endsWith(
            new TargetContent.Exposition("m 1\n"),
            new TargetContent.Scrape(URI.create("http://127.0.0.1:8000/m")),
            new TargetContent.Command(
                List.of("python3", "e.py"),
                Map.of("MODE", Optional.of("test"), "TOKEN", Optional.empty()),
                directory),
            null,
            null,
            null);
    assertThat(targets)
        .extracting(t -> t.fault().orElse(null))
        .containsExactly(
            null,
            new TargetFault.Slow(Duration.ofSeconds(3)),
            null,
            null,
            null,
            new TargetFault.Status(503),
            new TargetFault.Down(),
            new TargetFault.Body("rubbish"));
    assertThat(targets.get(1).from()).isEqualTo(Duration.ofMinutes(1));
    assertThat(targets.get(1).to()).contains(Duration.ofMinutes(2));
    assertThat(targets.get(5).discoveryLabels()).isEqualTo(Labels.of("__meta_pod", "p"));
  }

  @Test
  void targetsOfTheFileComeFirst() {
    ScenarioFile file =
        files.read(
            """
            prometheus_config: prometheus.yml
            targets: [{address: a:1}]
            tests: [{targets: [{address: b:1}]}, {targets: [{address: a:1, down: true}]}]
            """);

    assertThat(file.scenarios())
        .extracting(s -> s.targets().stream().map(t -> t.address().text()).toList())
        .containsExactly(List.of("a:1", "b:1"), List.of("a:1", "a:1"));
  }

  @Test
  void theConfigurationProvidesMissingSettings() {
    ScenarioFile file =
        files.read(
            """
            prometheus_config: prometheus.yml
            tests: [{external_labels: {zone: b}}]
            """);

    assertThat(file.ruleFiles())
        .extracting(Located::value)
        .containsExactly(directory.resolve("rules/all.yml"));
    assertThat(file.evaluationInterval()).isEqualTo(Duration.ofSeconds(30));
    assertThat(file.scenarios().get(0).externalLabels())
        .isEqualTo(Labels.of("region", "eu", "zone", "b"));
    assertThat(
            files
                .read(
                    "prometheus_config: prometheus.yml\nrule_files: []\nevaluation_interval: 1m\n")
                .ruleFiles())
        .isEmpty();
  }

  @Test
  void ruleFilesOfTheConfigurationMustExist() {
    files.write("prometheus.yml", "rule_files: [missing.yml]\n");

    files.assertError(
        "prometheus_config: prometheus.yml\ntests: [{}]\n",
        """
        prometheus.yml:1:14: error: there is no file "missing.yml"
            1 | rule_files: [missing.yml]
              |              ^^^^^^^^^^^
        """);
  }

  @Test
  void errorsAreReportedAtTheirPositions() {
    files.assertError(
        """
        prometheus_config: prometheus.yml
        tests:
        - targets:
          - {adress: a:1}
          - {address: 'http://a:1/metrics'}
          - {address: a:1, down: true, metrics: []}
          - {address: a:1, status: 200}
          - {address: a:1, status: 500, slow: 3s}
          - {address: a:1, discovery_labels: {a: b}}
          - {address: a:1, from: 5m, to: 5m}
          - {address: a:1, scrape: localhost}
          - {address: a:1, metrics: [{series: h, values: '{{schema:0}}'}]}
          - {address: a:1, down: false}
          - {address: a:1, command: []}
          - {address: a:1, env: {A: b}}
          - {address: a:1, command: [x], env: {PORT: 1, 1A: b}}
        """,
        """
        drill.yaml:4:5: error: "address" is missing in an item of targets
            4 |   - {adress: a:1}
              |     ^

        drill.yaml:4:6: error: unknown key "adress" in an item of targets
            4 |   - {adress: a:1}
              |      ^^^^^^
          hint: did you mean "address"?

        drill.yaml:5:15: error: expected host and port, found "http://a:1/metrics"
            5 |   - {address: 'http://a:1/metrics'}
              |               ^^^^^^^^^^^^^^^^^^^^
          hint: write it as the Prometheus configuration does: ingest:8000

        drill.yaml:6:20: error: "down" cannot be combined with "metrics"
            6 |   - {address: a:1, down: true, metrics: []}
              |                    ^^^^
          hint: add another item with this address for that time: from, to

        drill.yaml:7:28: error: expected an HTTP status from 300 to 599, found "200"
            7 |   - {address: a:1, status: 200}
              |                            ^^^

        drill.yaml:8:33: error: "slow" cannot be combined with "status"
            8 |   - {address: a:1, status: 500, slow: 3s}
              |                                 ^^^^
          hint: add another item with this address for that time: from, to

        drill.yaml:9:20: error: "discovery_labels" needs a "job"
            9 |   - {address: a:1, discovery_labels: {a: b}}
              |                    ^^^^^^^^^^^^^^^^
          hint: the name of the job whose service discovery finds the target

        drill.yaml:10:34: error: the target disappears before it appears
           10 |   - {address: a:1, from: 5m, to: 5m}
              |                                  ^^

        drill.yaml:11:28: error: expected the address of an exporter, found "localhost"
           11 |   - {address: a:1, scrape: localhost}
              |                            ^^^^^^^^^
          hint: write it as http://127.0.0.1:8000/metrics

        drill.yaml:12:20: error: h has native histograms, which a target's series cannot have
           12 |   - {address: a:1, metrics: [{series: h, values: '{{schema:0}}'}]}
              |                    ^^^^^^^
          hint: feed it by input_series

        drill.yaml:13:26: error: "down" can only be true
           13 |   - {address: a:1, down: false}
              |                          ^^^^^
          hint: leave it out

        drill.yaml:14:29: error: "command" is empty
           14 |   - {address: a:1, command: []}
              |                             ^
          hint: write it as [python3, exporter.py]

        drill.yaml:15:20: error: "env" needs a "command"
           15 |   - {address: a:1, env: {A: b}}
              |                    ^^^

        drill.yaml:16:46: error: "PORT" tells the command where to listen
           16 |   - {address: a:1, command: [x], env: {PORT: 1, 1A: b}}
              |                                              ^
          hint: leave it out

        drill.yaml:16:53: error: "1A" is not the name of an environment variable
           16 |   - {address: a:1, command: [x], env: {PORT: 1, 1A: b}}
              |                                                     ^
        """);
  }

  @Test
  void targetsRequireAConfiguration() {
    files.assertTestError(
        "targets: [{address: a:1}]",
        """
        drill.yaml:2:3: error: "targets" needs a Prometheus configuration, which says how they are scraped
            2 | - targets: [{address: a:1}]
              |   ^^^^^^^
          hint: name it at the top of the file: prometheus_config
        """);
  }

  @Test
  void anExpositionMustBeValid() {
    files.write("m.prom", "m{a=\"b\" 1\n");

    files.assertError(
        """
        prometheus_config: prometheus.yml
        tests: [{targets: [{address: a:1, exposition: m.prom}]}]
        """,
        """
        m.prom:1:9: error: expected "," or "}", found "1"
            1 | m{a="b" 1
              |         ^
        """);
  }

  @Test
  void actionsMustNameTargetsOfTheTest() {
    assertThat(
            files
                .read(
                    """
                    prometheus_config: prometheus.yml
                    tests:
                    - targets: [{address: a:1}]
                      actions: [{at: 1m, target_down: a:1}, {at: 2m, target_up: a:1}]
                    """)
                .scenarios()
                .get(0)
                .actions())
        .extracting(p -> p.action().toString())
        .containsExactly("target a:1  down", "target a:1  up again");
    files.assertError(
        """
        prometheus_config: prometheus.yml
        tests:
        - targets: [{address: ingest:8000}]
          actions: [{at: 1m, target_down: ingst:8000}]
        """,
        """
        drill.yaml:4:35: error: there is no target "ingst:8000" in this test
            4 |   actions: [{at: 1m, target_down: ingst:8000}]
              |                                   ^^^^^^^^^^
          hint: did you mean "ingest:8000"?
        """);
  }

  private List<Target> targets(String test) {
    String body = test.stripTrailing().replace("\n", "\n  ");
    return files
        .read("prometheus_config: prometheus.yml\ntests:\n- " + body + "\n")
        .scenarios()
        .stream()
        .findFirst()
        .map(Scenario::targets)
        .orElseThrow();
  }
}
