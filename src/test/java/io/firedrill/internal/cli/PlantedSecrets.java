package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.cli.Cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Secrets in every section that may contain one, according to the configuration documentation of
 * Prometheus 3.5 and Alertmanager 0.33: with correct and misspelt keys, and in files that are not
 * valid YAML.
 */
final class PlantedSecrets {

  static final String SECRET = "SEKRET";

  /** Typical errors next to a secret. */
  private static final List<UnaryOperator<String>> BREAKS =
      List.of(
          line -> line + ": x",
          line -> line + ", {",
          line -> line.replace(SECRET, "\"" + SECRET),
          line -> line.replace(SECRET, "[" + SECRET),
          line -> line.replace(SECRET, "*" + SECRET),
          line -> line.replace(SECRET, "!" + SECRET + "!x"),
          line -> line.replace(SECRET, "\"\\q" + SECRET + "\""),
          line -> line.replace(SECRET, "|" + SECRET),
          line -> line + "\n" + line,
          line -> "\t" + line,
          line -> " " + line + "\n  " + line.strip(),
          line -> line.replace(SECRET, "\u0001" + SECRET));

  static final String ALERTMANAGER =
      """
      global:
        smtp_smarthost: localhost:25
        smtp_from: a@example.org
        smtp_auth_username: SEKRET
        smtp_auth_password: SEKRET
        slack_api_url: https://hooks.example.org/SEKRET
        opsgenie_api_key: SEKRET
        victorops_api_key: SEKRET
        telegram_bot_token: SEKRET
        wechat_api_secret: SEKRET
        wechat_api_corp_id: SEKRET
        jira_api_url: https://u:SEKRET@example.org/
        http_config:
          http_headers: {X-Token: {secrets: [SEKRET]}}
          basic_auth:
            username: SEKRET
            password: SEKRET # SEKRET
      route: {receiver: a}
      tracing:
        endpoint: example.org
        headers: {x: {secrets: [SEKRET]}}
      event_recorder:
        file_outputs: [{path: /SEKRET}]
        webhook_outputs:
        - url: https://example.org/SEKRET
          http_config: {authorization: {credentials: SEKRET}}
        kafka_outputs:
        - brokers: ['SEKRET:9092']
          topic: SEKRET
      receivers:
      - name: a
        webhook_configs:
        - url: https://u:p@example.org/SEKRET
          http_config:
            authorization:
              credentials: SEKRET
        - {url: 'https://example.org/SEKRET', http_config: {oauth2: {client_id: SEKRET, client_secret: SEKRET, token_url: 'https://SEKRET'}}}
        - url: >-
            https://example.org/SEKRET
        slack_configs:
        - channel: b
          title_link: https://example.org/SEKRET
        pagerduty_configs:
        - routing_key: &key SEKRET
        pushover_configs:
        - user_key: SEKRET
          token: SEKRET
        email_configs:
        - to: a@example.org
          headers: {X-Token: SEKRET}
          auth_identity: SEKRET
        sns_configs:
        - topic_arn: arn:aws:sns:eu-west-1:1:t
          sigv4:
            access_key: SEKRET
            secret_key: SEKRET
      """;

  static final String PROMETHEUS =
      """
      global:
        external_labels: {token: SEKRET}
      remote_write:
      - url: https://u:SEKRET@example.org/
        headers: {x: SEKRET}
        basic_auth: {username: SEKRET, password: SEKRET}
      - url: https://example.org/SEKRET
        sigv4: {access_key: SEKRET, secret_key: SEKRET}
      remote_read:
      - url: https://example.org/SEKRET
        http_headers: {X-Token: {values: [SEKRET]}}
      tracing:
        endpoint: example.org
        headers: {x: SEKRET}
      alerting:
        alertmanagers:
        - path_prefix: /SEKRET
          authorization: {credentials: SEKRET}
          static_configs: [{targets: ['am:9093']}]
      scrape_configs:
      - job_name: a
        metrics_path: /SEKRET
        params: {token: [SEKRET]}
        authorization:
          type: SEKRET
          credentials: SEKRET
        proxy_url: http://u:SEKRET@proxy.example.org
        proxy_connect_header: {Proxy-Authorization: [SEKRET]}
        static_configs: [{targets: ['https://u:SEKRET@a/'], labels: {__param_token: SEKRET}}]
        consul_sd_configs: [{server: c, token: SEKRET}]
        ec2_sd_configs: [{region: a, access_key: SEKRET, secret_key: SEKRET}]
        http_sd_configs: [{url: 'https://example.org/SEKRET'}]
        relabel_configs: [{target_label: __param_token, replacement: SEKRET}]
      - job_name: b
        oauth2:
          client_id: SEKRET
          client_secret: SEKRET
          token_url: https://example.org/SEKRET
          endpoint_params: {x: SEKRET}
        azure_sd_configs: [{subscription_id: SEKRET, tenant_id: SEKRET, client_id: SEKRET, client_secret: SEKRET}]
        openstack_sd_configs: [{role: instance, region: a, identity_endpoint: 'https://SEKRET', password: SEKRET}]
      """;

  /** Changes of whole configurations that remain YAML; after the first, they are valid. */
  static final List<UnaryOperator<String>> CHANGES =
      List.<UnaryOperator<String>>of(
          text -> text,
          text -> text.replaceAll("([a-z])_?([a-z]+: [^:]*SEKRET)", "$1x$2"),
          text -> text.replaceAll("[a-z0-9]+://([^ ']*SEKRET)", "gopher:$1"),
          text -> text.replaceAll("(: .*?)SEKRET", "$1{SEKRET}"),
          text -> text.replaceAll("(: .*?)SEKRET", "$1{SEKRET: {SEKRET: 1}}"));

  private PlantedSecrets() {}

  /** The text with every error in every line with a secret. */
  static List<String> broken(String text) {
    List<String> lines = text.lines().toList();
    List<String> all = new ArrayList<>();
    IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).contains(SECRET))
        .forEach(
            i ->
                BREAKS.forEach(
                    change -> {
                      List<String> changed = new ArrayList<>(lines);
                      changed.set(i, change.apply(lines.get(i)));
                      all.add(String.join("\n", changed) + "\n");
                    }));
    return all;
  }

  /**
   * Checks that a command shows no secret, and has left none in files other than the
   * configurations.
   */
  static void showsNone(Path directory, String text, Run run) throws IOException {
    assertThat(run.status()).as(run.toString()).isNotEqualTo(70);
    showsNone(directory, text, run.toString());
  }

  /** The same for other output. */
  static void showsNone(Path directory, String text, String shown) throws IOException {
    assertThat(shown).as(text).doesNotContainIgnoringCase(SECRET);
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.getFileName().toString().matches("routes.yml|p.yml")) {
          assertThat(file).as(text).content().doesNotContainIgnoringCase(SECRET);
        }
      }
    }
  }
}
