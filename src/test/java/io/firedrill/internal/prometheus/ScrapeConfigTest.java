package io.firedrill.internal.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Problem;
import io.firedrill.model.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScrapeConfigTest {

  @TempDir private Path directory;

  @Test
  void keepsJobsExceptConnectionSettings() throws IOException {
    ScrapeConfig config =
        read(
            """
            global:
              scrape_interval: 30s
              evaluation_interval: 2m
              external_labels: {a: b}
              query_log_file: /var/log/queries
            scrape_configs:
            - job_name: app
              honor_labels: true
              basic_auth: {username: u, password_file: /secret}
              proxy_url: http://proxy.example.com
              static_configs: [{targets: ['a:1'], labels: {x: y}}]
            """);

    assertThat(text(config, "3.5.3"))
        .isEqualTo(
            """
            global: {scrape_interval: 30s, evaluation_interval: "1m", external_labels: {"c":"d"}}
            rule_files: ["r.yml"]
            alerting: {alert_relabel_configs: [], alertmanagers: []}
            scrape_configs:
            - {job_name: app, honor_labels: true, static_configs: [{targets: ["a:1"], labels: {x: y}}], \
            "proxy_url": "http://127.0.0.1:99", "relabel_configs": [{"regex": "https", \
            "target_label": "__scheme__", "replacement": "http", "source_labels": ["__scheme__"]}]}
            """);
    assertThat(config.notes()).isEmpty();
  }

  /** The port is part of a label; up to version 2, a port that depends on the scheme is added. */
  @Test
  void addsThePortOfHttpsLikePrometheus() throws IOException {
    ScrapeConfig config = read("scrape_configs: [{job_name: app, scheme: https}]");

    assertThat(text(config, "2.53.3"))
        .contains("\"regex\": \"https;(\\\\[.*\\\\]|[^:]+)\", \"target_label\": \"__address__\"");
    assertThat(text(config, "3.5.3")).doesNotContain("__address__");
  }

  @Test
  void keepsAlertRelabellingAndRemovesOutgoingConnections() throws IOException {
    ScrapeConfig config =
        read(
            """
            alerting:
              alert_relabel_configs: [{action: labeldrop, regex: replica}]
              alertmanagers: [{static_configs: [{targets: ['am:9093']}]}]
            remote_write: [{url: 'https://example.com'}]
            """);

    assertThat(text(config, "3.5.3"))
        .contains(
            "alerting: {alert_relabel_configs: [{action: labeldrop, regex: replica}], alertmanagers: []}")
        .doesNotContain("example.com")
        .doesNotContain("am:9093");
    assertThat(notes(config))
        .isEqualTo(
            """
            prometheus.yml:4:1: warning: "remote_write" is left out in tests
                4 | remote_write: [{url: '*******************'}]
                  | ^^^^^^^^^^^^""");
  }

  @Test
  void replacesServiceDiscoveryWithAWarning() throws IOException {
    ScrapeConfig config =
        read(
            """
            scrape_configs:
            - job_name: all pods
              kubernetes_sd_configs: [{role: pod}]
              relabel_configs: [{action: labelmap, regex: __meta_(.+)}]
            """);

    assertThat(config.discoveringJobs()).containsExactly("all pods");
    assertThat(text(config, "3.5.3"))
        .doesNotContain("kubernetes")
        .contains(
            "\"http_sd_configs\": [{\"url\": \"http://127.0.0.1:99/sd/all pods\","
                + " \"refresh_interval\": \"15s\"}]")
        .contains(
            "relabel_configs: [{\"action\": \"labeldrop\", \"regex\": \"__meta_url\"},"
                + " {action: labelmap, regex: \"__meta_(.+)\"}, ");
    assertThat(notes(config))
        .isEqualTo(
            """
            prometheus.yml:3:3: warning: "kubernetes_sd_configs" of job "all pods" does not work in tests
                3 |   kubernetes_sd_configs: [{role: pod}]
                  |   ^^^^^^^^^^^^^^^^^^^^^
              hint: its targets are those that a test declares with job: all pods""");
  }

  @Test
  void readsExistingFilesOfServiceDiscovery() throws IOException {
    write("targets/one.json", "[{\"targets\": [\"a:1\"], \"labels\": {\"rack\": \"7\"}}]");
    write("targets/two.yml", "- targets: ['b:1']\n");
    ScrapeConfig config =
        read(
            """
            scrape_configs:
            - {job_name: there, file_sd_configs: [{files: ['targets/*.json', targets/two.yml]}]}
            - {job_name: not there, file_sd_configs: [{files: [elsewhere.yml]}]}
            """);

    assertThat(config.discoveringJobs()).containsExactly("not there");
    assertThat(text(config, "3.5.3").replace(directory + "/", ""))
        .contains(
            "\"static_configs\": [{\"targets\": [\"a:1\"], \"labels\": {\"rack\": \"7\","
                + " \"__meta_filepath\": \"targets/one.json\"}}, {targets: [\"b:1\"],"
                + " \"labels\": {\"__meta_filepath\": \"targets/two.yml\"}}]");
    assertThat(config.staticAddresses()).hasToString("[a:1, b:1]");
    assertThat(config.files())
        .extracting(file -> directory.relativize(file).toString())
        .containsExactly("prometheus.yml", "targets/one.json", "targets/two.yml");
  }

  @Test
  void readsJobsFromOtherFiles() throws IOException {
    write("jobs/a.yml", "scrape_configs: [{job_name: a, scrape_interval: 5m}]\n");
    ScrapeConfig config =
        read("scrape_config_files: [jobs/*.yml]\nscrape_configs: [{job_name: b}]\n");

    assertThat(config.jobs()).containsExactly("b", "a");
    assertThat(config.longestInterval()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void reportsUnreadableFiles() {
    assertError(
        """
        scrape_configs:
        - {metrics_path: /m}
        - none
        """,
        """
        prometheus.yml:2:3: error: "job_name" is missing in a scrape configuration
            2 | - {metrics_path: **}
              |   ^

        prometheus.yml:3:3: error: expected a mapping for a scrape configuration, found text
            3 | - ****
              |   ^^^^""");
  }

  private void assertError(String text, String message) {
    InputException e = catchThrowableOfType(InputException.class, () -> read(text));
    assertThat(e.getMessage().replace(directory + "/", "")).isEqualTo(message);
  }

  private String notes(ScrapeConfig config) {
    return config.notes().stream()
        .map(Problem::render)
        .collect(Collectors.joining("\n\n"))
        .replace(directory + "/", "");
  }

  private static String text(ScrapeConfig config, String version) {
    return new PrometheusConfig(
            Duration.ofMinutes(1),
            Labels.of("c", "d"),
            Optional.empty(),
            List.of("r.yml"),
            List.of())
        .text(config.redirectedTo(99, job -> "/sd/" + job, version));
  }

  private ScrapeConfig read(String text) throws IOException {
    return ScrapeConfig.read(write("prometheus.yml", text));
  }

  private Path write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
