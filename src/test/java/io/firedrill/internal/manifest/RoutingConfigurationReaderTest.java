package io.firedrill.internal.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoutingConfigurationReaderTest {

  private static final String BASE =
      """
      route: {receiver: base, routes: [{receiver: base, matchers: [a="b"]}]}
      receivers: [{name: base}]
      """;

  private static final String CONFIG =
      """
      apiVersion: monitoring.coreos.com/v1alpha1
      kind: AlertmanagerConfig
      metadata: {name: oncall, namespace: shop}
      spec:
        route:
          receiver: hook
          groupBy: []
          groupWait: 0s
          groupInterval: 0s
          repeatInterval: 90m
          continue: false
          matchers:
          - {name: severity, value: 'a"b', matchType: '!='}
          - {name: job, value: a|b, regex: true}
          - {name: team}
          muteTimeIntervals: [nights]
          routes: [{matchers: [{name: x, value: y}], activeTimeIntervals: [nights]}]
        inhibitRules:
        - sourceMatch: [{name: severity, value: critical}]
          targetMatch: [{name: namespace, value: shop, matchType: '='}]
          equal: [job]
        receivers:
        - name: hook
          webhookConfigs: [{url: '', urlSecret: {name: hook, key: url}, maxAlerts: 3}]
        muteTimeIntervals:
        - name: nights
          timeIntervals:
          - {times: [{startTime: '00:00', endTime: '06:00'}], weekdays: ['Monday:Friday'],
             daysOfMonth: [{start: 1, end: -1}], months: [May], years: ['2026']}
      """;

  @TempDir private Path directory;

  @Test
  void mergesAsTheOperatorDoes() throws IOException {
    assertThat(merged(BASE + "---\n" + CONFIG, OperatorSettings.NONE))
        .isEqualTo(
            """
            route: {receiver: base, routes: [\
            {receiver: "shop/oncall/hook", group_wait: 0s, repeat_interval: 1h30m, continue: true, \
            matchers: ["severity!=\\"a\\\\\\"b\\"", "job=~\\"a|b\\"", "team=\\"\\"", "namespace=\\"shop\\""], \
            mute_time_intervals: ["shop/oncall/nights"], \
            routes: [{matchers: ["x=\\"y\\""], active_time_intervals: ["shop/oncall/nights"]}]}, \
            {receiver: base, matchers: ["a=\\"b\\""]}]}
            receivers: [{name: base}, {name: "shop/oncall/hook", webhook_configs: \
            [{url: "http://secret.invalid/", max_alerts: 3}]}]
            inhibit_rules: [{source_matchers: ["severity=\\"critical\\"", "namespace=\\"shop\\""], \
            target_matchers: ["namespace=\\"shop\\""], equal: [job]}]
            mute_time_intervals: [{name: "shop/oncall/nights", time_intervals: [{times: \
            [{start_time: "00:00", end_time: "06:00"}], weekdays: ["monday:friday"], \
            days_of_month: ["1:-1"], months: ["may"], years: ["2026"]}]}]""");
  }

  @ParameterizedTest
  @EnumSource
  void limitsToTheNamespace(MatcherStrategy strategy) throws IOException {
    OperatorSettings settings =
        new OperatorSettings(
            Optional.empty(),
            Optional.of(strategy),
            Optional.of("shop"),
            Optional.empty(),
            List.of());

    assertThat(
            merged(BASE + "---\n" + CONFIG, settings).contains("namespace=\\\"shop\\\"\"], mute"))
        .isEqualTo(strategy == MatcherStrategy.ON_NAMESPACE);
  }

  @Test
  void notifiesNobodyWithoutASecret() throws IOException {
    assertThat(merged(CONFIG, OperatorSettings.NONE))
        .startsWith("route: {receiver: \"null\", \"routes\": [{receiver: \"shop/oncall/hook\"")
        .contains("receivers: [{name: \"null\"}, {name: \"shop/oncall/hook\"");
  }

  @Test
  void skipsReceiversWithoutARoute() throws IOException {
    String config =
        """
        apiVersion: monitoring.coreos.com/v1beta1
        kind: AlertmanagerConfig
        metadata: {name: a, namespace: b}
        spec:
          receivers: [{name: hook}]
          inhibitRules: [{sourceMatch: [{name: x, value: y}], targetMatch: [{name: z, value: y}]}]
        """;

    assertThat(merged(config + "---\n" + BASE, OperatorSettings.NONE))
        .contains("receivers: [{name: base}]\n")
        .contains("inhibit_rules: [{source_matchers: [\"x=\\\"y\\\"\", \"namespace=\\\"b\\\"\"]");
  }

  @Test
  void readsSecretsAndConfigMaps() throws IOException {
    String expected =
        "route: {receiver: base, routes: [{receiver: base, matchers: [\"a=\\\"b\\\"\"]}]}\n"
            + "receivers: [{name: base}]";
    String plain = "alertmanager.yaml: |\n    " + BASE.replace("\n", "\n    ");

    assertThat(merged(manifest("Secret", "stringData", plain))).isEqualTo(expected);
    assertThat(merged(manifest("ConfigMap", "data", plain))).isEqualTo(expected);
    assertThat(
            merged(
                manifest(
                    "Secret",
                    "data",
                    "alertmanager.yaml: " + base64(BASE.getBytes(StandardCharsets.UTF_8)))))
        .isEqualTo(expected);
    assertThat(
            merged(manifest("Secret", "data", "alertmanager.yaml.gz: " + base64(compressed(BASE)))))
        .isEqualTo(expected);
  }

  private static String manifest(String kind, String part, String data) {
    return "apiVersion: v1\nkind: "
        + kind
        + "\nmetadata: {name: x}\n"
        + part
        + ":\n  "
        + data
        + "\n";
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] compressed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void ignoresWhatTheOperatorDoesNotSelect() throws IOException {
    String alertmanager =
        """
        apiVersion: monitoring.coreos.com/v1
        kind: Alertmanager
        metadata: {name: main, namespace: monitoring}
        spec: %s
        ---
        """;

    assertThat(notes(alertmanager.formatted("{}") + CONFIG))
        .contains("Alertmanager \"main\" has no \"alertmanagerConfigSelector\"");
    assertThat(notes(alertmanager.formatted("{alertmanagerConfigSelector: {}}") + CONFIG))
        .contains("has no \"alertmanagerConfigNamespaceSelector\"");
    assertThat(
            notes(
                alertmanager.formatted("{alertmanagerConfigSelector: {matchLabels: {a: b}}}")
                    + CONFIG))
        .contains("\"alertmanagerConfigSelector\" of Alertmanager \"main\" does not match");
    assertThat(
            notes(
                alertmanager.formatted(
                        "{alertmanagerConfigSelector: {}, alertmanagerConfigNamespaceSelector: "
                            + "{matchLabels: {kubernetes.io/metadata.name: bank}}}")
                    + CONFIG))
        .contains("does not match its namespace \"shop\"");
    assertThat(
            notes(
                alertmanager.formatted(
                        "{alertmanagerConfigSelector: {}, alertmanagerConfigNamespaceSelector: {}}")
                    + CONFIG))
        .isEmpty();
  }

  @Test
  void refusesOtherManifestsWithWhatIsWanted() throws IOException {
    assertThat(message("apiVersion: apps/v1\nkind: Deployment\n"))
        .isEqualTo(
            """
            file.yml:2:7: error: this is a Kubernetes manifest of kind "Deployment", which contains \
            no configuration of Alertmanager
                2 | kind: Deployment
                  |       ^^^^^^^^^^
              hint: expected a configuration of Alertmanager, a Secret or ConfigMap that contains \
            one, or manifests of kind AlertmanagerConfig""");
  }

  @Test
  void saysThatATemplateMustBeRendered() throws IOException {
    assertThat(message("kind: AlertmanagerConfig\nmetadata:\n  name: {{ .Release.Name }}\n"))
        .startsWith(
            "file.yml:3:9: error: this is a template of a Helm chart; a rendered manifest is needed")
        .endsWith("  hint: helm template CHART > rendered.yml");
  }

  @Test
  void pointsAtTheLineOfTheManifest() throws IOException {
    assertThat(message(CONFIG.replace("receiver: hook", "receiver: hok")))
        .isEqualTo(
            """
            file.yml:6:15: error: no receiver of this AlertmanagerConfig is named "hok"
                6 |     receiver: hok
                  |               ^^^
              hint: did you mean "hook"?""");
    assertThat(
            message(
                manifest("Secret", "stringData", "alertmanager.yaml: |\n    route:\n     - [\n")))
        .startsWith("file.yml:");
  }

  private String merged(String yaml) throws IOException {
    return merged(yaml, OperatorSettings.NONE);
  }

  private String merged(String yaml, OperatorSettings settings) throws IOException {
    YamlMapping root = (YamlMapping) RoutingConfigurationReader.read(file(yaml), settings).root();
    StringBuilder text = new StringBuilder();
    root.entries()
        .forEach(
            e ->
                text.append(text.isEmpty() ? "" : "\n")
                    .append(e.key().text())
                    .append(": ")
                    .append(YamlText.of(e.value())));
    return text.toString();
  }

  private String notes(String yaml) throws IOException {
    return String.join(
        "\n",
        RoutingConfigurationReader.read(file(yaml), OperatorSettings.NONE).notes().stream()
            .map(Problem::message)
            .toList());
  }

  private String message(String yaml) throws IOException {
    Path file = file(yaml);
    return catchThrowable(() -> RoutingConfigurationReader.read(file, OperatorSettings.NONE))
        .getMessage()
        .replace(directory + "/", "");
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(directory.resolve("file.yml"), yaml);
  }
}
