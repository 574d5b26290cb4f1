package io.firedrill.internal.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.firedrill.internal.receiver.SinkPorts;
import io.firedrill.internal.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertmanagerConfigTest {

  static final SinkPorts PORTS = new SinkPorts(4321, 25, 8080);

  @TempDir private Path directory;

  @Test
  void redirectsReceiversAndKeepsTheRest() throws IOException {
    AlertmanagerConfig config = read(Configurations.FULL);

    assertThat(config.receivers().keySet())
        .containsExactly("data on-call/é", "nobody", "two places");
    assertThat(text(config))
        .isEqualTo(
            """
            global: {resolve_timeout: 10m, smtp_smarthost: "127.0.0.1:25", slack_api_url_file: "secrets/0"}
            templates: ["firedrill.tmpl"]
            route: {receiver: nobody, group_by: ["..."], group_wait: 30s, routes: [\
            {matchers: ["severity=\\"page\\""], receiver: "data on-call/é", continue: true, \
            mute_time_intervals: [nights]}, \
            {match_re: {team: "a|b"}, receiver: "two places", repeat_interval: 4h}]}
            inhibit_rules: [{source_matchers: ["severity=\\"page\\""], \
            target_matchers: ["severity=\\"info\\""], equal: [cluster]}]
            time_intervals: [{name: nights, time_intervals: [{times: [\
            {start_time: "22:00", end_time: "24:00"}], weekdays: ["monday:friday"], years: [2026]}]}]
            receivers:
            - {name: "data on-call/é", webhook_configs: [\
            {url: "http://127.0.0.1:4321/~ZGF0YSBvbi1jYWxsL8Op/webhook/0", send_resolved: true, \
            max_alerts: 5}]}
            - {name: nobody}
            - {name: "two places", webhook_configs: [\
            {url: "http://127.0.0.1:4321/~dHdvIHBsYWNlcw/webhook/0"}, \
            {url: "http://127.0.0.1:4321/~dHdvIHBsYWNlcw/webhook/1"}], slack_configs: []}
            """);
  }

  @Test
  void findsAllErrors() {
    assertThat(
            messageOf(
                """
                route: {receiver: a}
                receivers:
                - name: a
                  webhook_configs: {url: https://example.org/token}
                  slack_configs: [https://example.org/token]
                  labels: {team: data}
                - name: b
                  webhok_configs: []
                - discord_configs: []
                """))
        .isEqualTo(
            """
            alertmanager.yml:4:20: error: expected a list for "webhook_configs", found a mapping
                4 |   webhook_configs: {url: *************************}
                  |                    ^

            alertmanager.yml:5:19: error: expected a mapping for an item of "slack_configs", found \
            text
                5 |   slack_configs: [*************************]
                  |                   ^^^^^^^^^^^^^^^^^^^^^^^^^

            alertmanager.yml:8:3: error: unknown key "webhok_configs" in a receiver
                8 |   webhok_configs: []
                  |   ^^^^^^^^^^^^^^
              hint: did you mean "webhook_configs"?

            alertmanager.yml:9:3: error: "name" is missing in a receiver
                9 | - discord_configs: []
                  |   ^""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "- a", "text", "receivers:", "receivers: []"})
  void leavesWhatItDoesNotNeedToAlertmanager(String yaml) throws IOException {
    assertThat(read(yaml).receivers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "url: http://x",
        "url: HTTPS://u:p@x:80/y%20z?a=b#c",
        "url: 'http://[::1]:9/'",
        "url: 'http://{{ .X }}'",
        "url: http://x, url_file: ",
      })
  void acceptsWhatAlertmanagerAccepts(String webhook) throws IOException {
    assertThat(text(read(webhook(webhook))))
        .startsWith(
            "receivers:\n- {name: a, webhook_configs: ["
                + "{url: \"http://127.0.0.1:4321/a/webhook/0\"");
  }

  @Test
  void keepsValuesInFilesInFiles() throws IOException {
    RedirectedConfig config =
        read("""
                global: {slack_api_url_file: /etc/slack, victorops_api_key_file: /etc/key}
                receivers:
                - {name: a, webhook_configs: [{url_file: /etc/url, url: ''}]}
                """)
            .redirectedTo(PORTS);

    assertThat(config.text())
        .isEqualTo(
            """
            global: {slack_api_url_file: "secrets/0", victorops_api_key_file: "secrets/1"}
            receivers:
            - {name: a, webhook_configs: [{url_file: "secrets/2", url: ""}]}
            templates: ["firedrill.tmpl"]
            """);
    assertThat(config.files())
        .containsEntry("secrets/0", "http://127.0.0.1:4321/global")
        .containsEntry("secrets/1", "firedrill")
        .containsEntry("secrets/2", "http://127.0.0.1:4321/a/webhook/0")
        .containsKey("firedrill.tmpl")
        .hasSize(4);
  }

  @Test
  void includesTemplates() throws IOException {
    Files.createDirectory(directory.resolve("more"));
    Files.writeString(directory.resolve("more/b.tmpl"), "{{/* b */}}");
    Files.writeString(directory.resolve("more/[a].tmpl"), "{{/* a */}}");
    Files.writeString(directory.resolve("x.tmpl"), "{{/* x */}}");

    RedirectedConfig config =
        read("templates: [more/*.tmpl, x.tmpl]\nreceivers: []").redirectedTo(PORTS);

    assertThat(config.text())
        .isEqualTo(
            """
            templates: ["templates/0/\\\\[a].tmpl", "templates/1/b.tmpl", "templates/2/x.tmpl", \
            "firedrill.tmpl"]
            receivers: []
            """);
    assertThat(config.files())
        .containsEntry("templates/0/[a].tmpl", "{{/* a */}}")
        .containsEntry("templates/1/b.tmpl", "{{/* b */}}")
        .containsEntry("templates/2/x.tmpl", "{{/* x */}}");
  }

  @Test
  void masksSecretsInFilesThatAreNotYaml() {
    assertThat(messageOf("receivers:\n- slack_configs:\n  - api_url: \"abc\\q\"\n"))
        .isEqualTo(
            """
            alertmanager.yml:3:19: error: not valid YAML: while scanning a double-quoted scalar: \
            found unknown escape character q(113)
                3 |   - api_url: "*****"
                  |                   ^""");
  }

  private static String webhook(String fields) {
    return "receivers: [{name: a, webhook_configs: [{" + fields + "}]}, null]";
  }

  /** Unknown settings of future versions may have any effect, so they are removed. */
  @Test
  void removesUnknownSettingsWithAWarning() throws IOException {
    AlertmanagerConfig config =
        read(
            """
            global: {smtp_from: a, audit_url: 'https://example.org/token'}
            event_recorder: {file_outputs: [{path: /var/log/events}]}
            tracing: {endpoint: example.org}
            event_relay: {url: 'https://example.org/token'}
            receivers: [{name: a, slack_configs: [{channel: b, relay_url: 'https://example.org/c'}]}]
            """);

    assertThat(text(config))
        .startsWith("global: {smtp_from: a}\nreceivers:\n- {name: a, slack_configs: [{channel: b, ")
        .doesNotContain("example.org", "/var/log");
    assertThat(
            config.notes().stream()
                .map(Problem::render)
                .collect(Collectors.joining("\n"))
                .replace(directory + "/", ""))
        .isEqualTo(
            """
            alertmanager.yml:1:24: warning: "audit_url" is left out in tests
                1 | global: {smtp_from: *, audit_url: '*************************'}
                  |                        ^^^^^^^^^
            alertmanager.yml:4:1: warning: "event_relay" is left out in tests
                4 | event_relay: {url: '*************************'}
                  | ^^^^^^^^^^^
            alertmanager.yml:5:52: warning: "relay_url" is left out in tests
                5 | receivers: [{name: a, slack_configs: [{channel: *, relay_url: '*********************'}]}]
                  |                                                    ^^^^^^^^^""");
  }

  private static String text(AlertmanagerConfig config) {
    return config.redirectedTo(PORTS).text();
  }

  @Test
  void aPatternOfTemplatesThatMatchesNothingIsAnError() {
    assertThatThrownBy(
            () -> read("templates: [none/*, '/etc/alertmanager/templates/*.tmpl']\nreceivers: []"))
        .hasMessage(
            """
            DIR/alertmanager.yml:1:13: error: no file matches "DIR/none/*"
                1 | templates: [none/*, '/etc/alertmanager/templates/*.tmpl']
                  |             ^^^^^^

            DIR/alertmanager.yml:1:21: error: no file matches "/etc/alertmanager/templates/*.tmpl"
                1 | templates: [none/*, '/etc/alertmanager/templates/*.tmpl']
                  |                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              hint: a line "/etc/alertmanager/templates: DIRECTORY" in .firedrill-paths.yml says where \
            they are here"""
                .replace("DIR/", directory + "/"));
  }

  @Test
  void aFileAboveSaysWhereProductionsFilesAre() throws IOException {
    Files.writeString(
        directory.resolve(".firedrill-paths.yml"),
        "/etc: elsewhere\n/etc/alertmanager/templates: tpl # the longest one decides\n");
    Files.createDirectories(directory.resolve("tpl/more"));
    Files.writeString(directory.resolve("tpl/a.tmpl"), "{{/* a */}}");
    Files.writeString(directory.resolve("tpl/more/b.tmpl"), "{{/* b */}}");

    AlertmanagerConfig config =
        read(
            "templates: [/etc/alertmanager/templates/*.tmpl,"
                + " /etc/alertmanager/templates/more/*.tmpl]\nreceivers: []");

    assertThat(config.files().stream().map(p -> directory.relativize(p).toString()))
        .containsExactly("alertmanager.yml", "tpl/a.tmpl", "tpl/more/b.tmpl");
  }

  @Test
  void aFileOfPathsThatSaysNothingIsAnError() throws IOException {
    Files.writeString(
        directory.resolve(".firedrill-paths.yml"), "templates: tpl\n/etc/alertmanager: [a]\n");

    assertThatThrownBy(() -> read("templates: [/etc/alertmanager/*.tmpl]\nreceivers: []"))
        .hasMessage(
            """
            DIR/.firedrill-paths.yml:1:1: error: expected the absolute path of a directory in production
                1 | templates: tpl
                  | ^^^^^^^^^

            DIR/.firedrill-paths.yml:2:20: error: expected a directory, found a list
                2 | /etc/alertmanager: [a]
                  |                    ^"""
                .replace("DIR/", directory + "/"));
  }

  private AlertmanagerConfig read(String yaml) throws IOException {
    return AlertmanagerConfig.read(Files.writeString(directory.resolve("alertmanager.yml"), yaml));
  }

  private String messageOf(String yaml) {
    return catchThrowable(() -> read(yaml)).getMessage().replace(directory + "/", "");
  }
}
