package io.firedrill.internal.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.source.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/**
 * Firedrill accepts the same configurations as {@code promtool check config --syntax-only} of the
 * same version, and refuses the same, at the user's line. Exceptions are kinds of service discovery
 * that the distribution's build lacks.
 */
class VerdictTest {

  private static final String JOB = "scrape_configs: [{job_name: a, %s}]";

  /** Settings that depend on others or have a special form, according to the documentation. */
  private static final List<String> CONFIGURATIONS =
      Stream.of(
              Stream.of(
                      "basic_auth: {username: u, password: p}",
                      "basic_auth: {username: u, password: p, password_file: /f}",
                      "basic_auth: {username: u, pasword: p}",
                      "basic_auth: {username: u}, bearer_token: t",
                      "bearer_token: t, bearer_token_file: /f",
                      "authorization: {credentials: t}",
                      "authorization: {credentials: t, credentials_file: /f}",
                      "authorization: {type: Basic, credentials: t}",
                      "authorization: {type: Special, credentials: t}, basic_auth: {username: u}",
                      "oauth2: {client_id: a, client_secret: s, token_url: 'https://a/b'}",
                      "oauth2: {client_id: a, token_url: 'https://a/b'}",
                      "oauth2: {client_id: a, client_secret: s}",
                      "tls_config: {ca_file: /ca, cert_file: /c, key_file: /k}",
                      "tls_config: {cert_file: /c, key_file: /k, min_version: TLS12}",
                      "tls_config: {min_version: TLS99}",
                      "proxy_url: 'http://u:p@h:80'",
                      "proxy_url: 'http://u:p@h:port'",
                      "proxy_url: 'http://h', proxy_from_environment: true",
                      "no_proxy: a",
                      "http_headers: {X-A: {values: [a], secrets: [b]}}",
                      "http_headers: {Authorization: {values: [a]}}",
                      "scrape_timeout: 2m",
                      "scrape_interval: never",
                      "sample_limit: many",
                      "metric_path: /m",
                      "metrics_path: /m, params: {a: [b]}",
                      "static_configs: [{targets: ['a:1/x']}]",
                      "static_configs: [{targets: [a], lables: {b: c}}]",
                      "static_configs: [{targets: [a], labels: {'b-c': d}}]",
                      "consul_sd_configs: [{server: 'c:1', token: t}]",
                      "consul_sd_configs: [{server: ''}]",
                      "consul_sd_configs: [{server: c, tokn: t}]",
                      "ec2_sd_configs: [{region: a, access_key: b, secret_key: c}]",
                      "kubernetes_sd_configs: [{role: pod}]",
                      "kubernetes_sd_configs: [{role: pods}]",
                      "kubernetes_sd_configs: [{role: pod, api_server: 'https://u:p@h'}]",
                      "kubernetes_sd_configs: [{role: pod, kubeconfig_file: /k, api_server: 'https://h'}]",
                      "dns_sd_configs: [{names: [a], type: A, port: 80}]",
                      "dns_sd_configs: [{names: [a], type: A}]",
                      "dns_sd_configs: [{names: [a], type: TXT}]",
                      "http_sd_configs: [{url: 'https://u:p@h/x'}]",
                      "http_sd_configs: [{url: 'ftp://h/x'}]",
                      "http_sd_configs: [{url: 'https:///x'}]",
                      "azure_sd_configs: [{subscription_id: a, tenant_id: b, client_id: c, client_secret: d}]",
                      "azure_sd_configs: [{subscription_id: a}]",
                      "openstack_sd_configs: [{role: instance, region: a}]",
                      "openstack_sd_configs: [{role: instances, region: a}]",
                      "hetzner_sd_configs: [{role: hcloud}]",
                      "docker_sd_configs: [{host: 'unix:///var/run/docker.sock'}]",
                      "docker_sd_configs: [{}]",
                      "file_sd_configs: [{files: [a.json]}]",
                      "file_sd_configs: [{files: [a.txt]}]",
                      "relabel_configs: [{action: lowercase, source_labels: [a], target_label: b}]",
                      "relabel_configs: [{action: labelmap, regex: '(', replacement: $1}]",
                      "relabel_configs: [{action: labeldrop, regex: a, replacement: b}]",
                      "relabel_configs: [{action: labeldrop, regex: a, replacement: $1}]")
                  .map(JOB::formatted),
              Stream.of(
                  "",
                  "{}",
                  "nonsense_key: 3",
                  "global: {nonsense_key: 3}",
                  "global: {scrape_native_histograms: true}",
                  "global: {external_labels: {'a-b': c}}",
                  "global: {evaluation_interval: soon}",
                  "scrape_configs: [{job_name: a}, {job_name: a}]",
                  "alerting: {alertmanagers: [{static_configs: [{targets: ['a:1']}]}]}",
                  "alerting: {alertmanagers: [{scheme: https, tls: {}}]}",
                  "alerting: {alertmanagers: [{api_version: v7}]}",
                  "alerting: {alertmanagers: [{alert_relabel_configs: [{action: labeldrop, regex: a}]}]}",
                  "alerting: {alert_relabel_configs: [{action: drops}]}",
                  "remote_write: [{url: 'https://u:p@h/'}]",
                  "remote_write: [{url: 'https://h', name: a}, {url: 'https://i', name: a}]",
                  "remote_write: [{url: 'https://h', headers: {Host: a}}]",
                  "remote_write: [{url: 'https://h', sigv4: {access_key: a}}]",
                  "remote_write: [{url: 'https://h', sigv4: {region: a}, basic_auth: {username: u}}]",
                  "remote_write: [{url: 'https://h', queue_config: {capacity: 5, max_shard: 1}}]",
                  "remote_write: [{}]",
                  "remote_read: [{url: 'https://h', bearer_token: t}]",
                  "remote_read: [{url: 'https://h', name: a}, {url: 'https://h', name: a}]",
                  "remote_read: {url: a}",
                  "tracing: {endpoint: a, headers: {x: y}}",
                  "tracing: {endpiont: a}",
                  "tracing: {endpoint: a, compression: zip}",
                  "storage: {tsdb: {out_of_order_time_window: 5m}}",
                  "storage: {tsdb: {out_of_order_window: 5m}}",
                  "otlp: {translation_strategy: NoUTF8EscapingWithSuffixes}",
                  "otlp: {translation_strategy: Nonsense}",
                  "otlp: {promote_resource_attributes: [a, a]}",
                  "rule_files: ['a/*/b.yml']"))
          .flatMap(all -> all)
          .toList();

  @TempDir private Path directory;

  @EveryPrometheus
  void isThatOfPromtool(String version) throws Exception {
    Path promtool = TestPairs.pair(version).promtool().orElseThrow();
    List<String> different = new ArrayList<>();
    int accepted = 0;
    try (TestPrometheus server = TestPrometheus.start(version, directory)) {
      for (String text : CONFIGURATIONS) {
        Path file = Files.writeString(directory.resolve("user.yml"), text + "\n");
        Process process =
            new ProcessBuilder(
                    promtool.toString(), "check", "config", "--syntax-only", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        boolean fine = process.waitFor() == 0;
        InputException refusal =
            catchThrowableOfType(
                InputException.class,
                () -> ScrapeConfig.read(file).check((t, files) -> read(server, t, files)));
        accepted += fine ? 1 : 0;
        boolean withoutDiscovery = said.matches("(?s).*field [a-z0-9]+_sd_configs not found.*");
        if (fine != (refusal == null) && !withoutDiscovery) {
          different.add(
              "%s\n  promtool: %s\n  ours: %s"
                  .formatted(text, said, refusal == null ? "" : refusal.getMessage()));
        }
      }
    }

    assertThat(different).isEmpty();
    assertThat(accepted).isBetween(20, CONFIGURATIONS.size() - 20);
  }

  private String read(TestPrometheus server, String text, Map<String, String> files) {
    try {
      Files.writeString(directory.resolve("prometheus.yml"), text);
      server.api().reload();
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PrometheusException e) {
      return e.serverMessage();
    }
  }
}
