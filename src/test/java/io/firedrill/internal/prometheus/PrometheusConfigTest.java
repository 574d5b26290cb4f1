package io.firedrill.internal.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Labels;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrometheusConfigTest {

  @Test
  void namesRulesAndAlertmanager() {
    PrometheusConfig config =
        new PrometheusConfig(
            Duration.ofSeconds(30),
            Labels.of("region", "eu"),
            Optional.empty(),
            List.of("rules/a/0.yml"),
            List.of("127.0.0.1:9093"));

    assertThat(config.text())
        .isEqualTo(
            """
            {"global":{"evaluation_interval":"30s","external_labels":{"region":"eu"}},\
            "rule_files":["rules/a/0.yml"],\
            "alerting":{"alertmanagers":[{"api_version":"v2",\
            "static_configs":[{"targets":["127.0.0.1:9093"]}]}]}}
            """);
  }

  @Test
  void omitsEmptyParts() {
    PrometheusConfig config =
        new PrometheusConfig(
            Duration.ofMinutes(1), Labels.empty(), Optional.empty(), List.of(), List.of());

    assertThat(config.text())
        .isEqualTo(
            """
            {"global":{"evaluation_interval":"1m","external_labels":{}},"rule_files":[]}
            """);
  }

  @Test
  void hasThePasswordOfTheAlertmanagers() {
    PrometheusConfig config =
        new PrometheusConfig(
            Duration.ofMinutes(1),
            Labels.empty(),
            Optional.empty(),
            List.of(),
            List.of("ann:s3cret@127.0.0.1:9093", "ann:s3cret@127.0.0.1:9094"));

    assertThat(config.text())
        .contains(
            """
            "static_configs":[{"targets":["127.0.0.1:9093","127.0.0.1:9094"]}],\
            "basic_auth":{"password":"s3cret","username":"ann"}}]""");
  }

  @Test
  void dropsTheReplicaLabel() {
    PrometheusConfig config =
        new PrometheusConfig(
            Duration.ofMinutes(1),
            Labels.of("replica", "prometheus-2"),
            Optional.of("replica"),
            List.of(),
            List.of("127.0.0.1:9093", "127.0.0.1:9094"));

    assertThat(config.text())
        .isEqualTo(
            """
            {"global":{"evaluation_interval":"1m","external_labels":{"replica":"prometheus-2"}},\
            "rule_files":[],\
            "alerting":{"alert_relabel_configs":[{"action":"labeldrop","regex":"replica"}],\
            "alertmanagers":[{"api_version":"v2",\
            "static_configs":[{"targets":["127.0.0.1:9093","127.0.0.1:9094"]}]}]}}
            """);
  }
}
