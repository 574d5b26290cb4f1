package io.firedrill.internal.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.firedrill.internal.receiver.SinkPorts;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigSpec;
import io.firedrill.internal.rig.RigSpec.Topology;
import io.firedrill.internal.rig.Server;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.source.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Firedrill accepts and refuses the same configurations as Alertmanager: all combinations of the
 * settings that may also be in a file or in the global section, according to Alertmanager's
 * documentation of receivers.
 */
class VerdictTest {

  private static final String URL = "http://127.0.0.1:1/x";

  /** A setting that may also be in a file, and the global setting that replaces it, or "". */
  private record Setting(String name, String global, String valid, String invalid) {}

  /** A kind of integration with its required settings. */
  private record Kind(String key, String rest, String global, List<Setting> settings) {}

  private static Setting address(String name, String global) {
    return new Setting(name, global, URL, "ftp:x");
  }

  private static Setting secret(String name, String global) {
    return new Setting(name, global, "abc", "[a]");
  }

  private static final List<Kind> KINDS =
      List.of(
          new Kind("webhook_configs", "", "", List.of(address("url", ""))),
          new Kind(
              "slack_configs",
              "channel: '#a'",
              "",
              List.of(address("api_url", "slack_api_url"), secret("app_token", "slack_app_token"))),
          new Kind(
              "slack_configs",
              "channel: '#a', update_message: true",
              "",
              List.of(
                  new Setting(
                      "api_url", "slack_api_url", "https://slack.com/api/chat.postMessage", URL))),
          new Kind(
              "slack_configs",
              "channel: '#a', http_config: {authorization: {credentials: abc}}",
              "slack_app_token: abc",
              List.of(address("api_url", "slack_api_url"))),
          new Kind(
              "telegram_configs",
              "chat_id: 5",
              "",
              List.of(secret("bot_token", "telegram_bot_token"))),
          new Kind("telegram_configs", "bot_token: a", "", List.of(secret("chat_id", ""))),
          new Kind("pagerduty_configs", "", "", List.of(secret("routing_key", ""))),
          new Kind("opsgenie_configs", "", "", List.of(secret("api_key", "opsgenie_api_key"))),
          new Kind(
              "victorops_configs",
              "routing_key: a",
              "",
              List.of(secret("api_key", "victorops_api_key"))),
          new Kind(
              "pushover_configs", "", "", List.of(secret("user_key", ""), secret("token", ""))),
          new Kind("discord_configs", "", "", List.of(address("webhook_url", ""))),
          new Kind("msteams_configs", "", "", List.of(address("webhook_url", ""))),
          new Kind("msteamsv2_configs", "", "", List.of(address("webhook_url", ""))),
          new Kind(
              "mattermost_configs",
              "",
              "",
              List.of(address("webhook_url", "mattermost_webhook_url"))),
          new Kind(
              "incidentio_configs",
              "",
              "",
              List.of(address("url", ""), secret("alert_source_token", ""))),
          new Kind(
              "rocketchat_configs",
              "",
              "",
              List.of(
                  secret("token", "rocketchat_token"), secret("token_id", "rocketchat_token_id"))),
          new Kind(
              "wechat_configs",
              "corp_id: a",
              "",
              List.of(secret("api_secret", "wechat_api_secret"))),
          new Kind(
              "wechat_configs",
              "api_secret: a, api_url: 'http://127.0.0.1:1/cgi-bin'",
              "wechat_api_corp_id: a",
              List.of()),
          new Kind(
              "email_configs",
              "to: a@example.org",
              "smtp_smarthost: 'localhost:25', smtp_from: b@example.org",
              List.of(secret("auth_password", "smtp_auth_password"))),
          new Kind(
              "email_configs",
              "to: a@example.org, from: b@example.org, smarthost: 'localhost:25'",
              "",
              List.of(secret("auth_secret", "smtp_auth_secret"))),
          new Kind("email_configs", "to: a@example.org, smarthost: localhost", "", List.of()),
          new Kind("jira_configs", "project: A, issue_type: B", "", List.of()),
          new Kind(
              "jira_configs",
              "project: A, issue_type: B",
              "jira_api_url: 'http://127.0.0.1:1/'",
              List.of()),
          new Kind("webex_configs", "room_id: a", "", List.of()),
          new Kind(
              "webex_configs",
              "room_id: a, http_config: {authorization: {credentials: a}}",
              "",
              List.of()),
          new Kind("sns_configs", "", "", List.of()),
          new Kind("sns_configs", "topic_arn: 'arn:aws:sns:a:1:b'", "", List.of()),
          new Kind("sns_configs", "phone_number: 1, sigv4: {access_key: a}", "", List.of()));

  @TempDir private Path directory;

  @ParameterizedTest(name = "the Alertmanager of Prometheus {0}")
  @ValueSource(strings = {"2.42", "2.53.3", "3.5.3"})
  void isThatOfTheServer(String prometheus) throws IOException {
    List<String> different = new ArrayList<>();
    int accepted = 0;
    List<String> configurations = configurations();
    RigSpec both = RigSpec.of(Topology.PROMETHEUS_AND_ALERTMANAGER, Instant.EPOCH);
    try (Rig rig = TestPairs.rigs(prometheus).start(both, null)) {
      for (String text : configurations) {
        String server = read(rig, text, Map.of());
        String ours = ours(rig, text);
        accepted += server.isEmpty() ? 1 : 0;
        if (server.isEmpty() != ours.isEmpty()) {
          different.add("%s\n  server: %s\n  ours: %s".formatted(text, server, ours));
        }
      }
    }

    assertThat(different).isEmpty();
    assertThat(accepted).isBetween(50, configurations.size() - 50);
  }

  private String ours(Rig rig, String text) throws IOException {
    Path file = Files.writeString(directory.resolve("alertmanager.yml"), text);
    InputException refusal =
        catchThrowableOfType(
            InputException.class,
            () -> AlertmanagerConfig.read(file).check((t, files) -> read(rig, t, files)));
    if (refusal != null) {
      assertThat(refusal.problems()).allMatch(p -> !p.sourceLine().isEmpty());
      return refusal.getMessage();
    }
    RedirectedConfig redirected =
        AlertmanagerConfig.read(file).redirectedTo(new SinkPorts(4321, 25, 8080));
    return read(rig, redirected.text(), redirected.files());
  }

  private static String read(Rig rig, String text, Map<String, String> files) {
    files.forEach((path, content) -> write(rig, path, content));
    write(rig, Server.ALERTMANAGER.configFile(), text);
    try {
      AlertmanagerApi.at(rig.address(Server.ALERTMANAGER).orElseThrow()).reload();
      return "";
    } catch (AlertmanagerException e) {
      return e.serverMessage();
    }
  }

  private static void write(Rig rig, String path, String text) {
    rig.clock().write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> configurations() {
    return KINDS.stream()
        .flatMap(VerdictTest::configurations)
        .distinct()
        .filter(text -> !endsAlertmanager(text))
        .toList();
  }

  /** Alertmanager 0.33 and 0.34 panic if Slack's address for a token is in a file. */
  private static boolean endsAlertmanager(String text) {
    return text.contains("api_url_file")
        && (text.contains("slack_app_token") || text.contains("update_message: true"));
  }

  private static Stream<String> configurations(Kind kind) {
    List<String> locals = new ArrayList<>(List.of(kind.rest()));
    List<String> globals = new ArrayList<>(List.of(kind.global()));
    for (Setting setting : kind.settings()) {
      locals = combined(locals, values(setting.name(), setting, kind));
      if (!setting.global().isEmpty()) {
        globals = combined(globals, values(setting.global(), setting, kind));
      }
    }
    List<String> all = globals;
    return locals.stream()
        .flatMap(
            local ->
                all.stream()
                    .filter(global -> !isDeadly(local, global))
                    .map(global -> configuration(kind, local, global)));
  }

  /** Invalid settings are combined with fewer others. */
  private static List<String> values(String name, Setting setting, Kind kind) {
    String inline = name + ": '" + setting.valid() + "'";
    String inFile = name + "_file: /dev/null";
    List<String> values = new ArrayList<>(List.of("", inline, inFile, inline + ", " + inFile));
    if (kind.settings().size() == 1) {
      values.add(name + ": " + setting.invalid());
      values.add(name + ": ");
    }
    return values;
  }

  /** Alertmanager 0.33 panics if an address is missing. */
  private static boolean isDeadly(String local, String global) {
    boolean noAddress = !local.contains("api_url: 'http");
    boolean token = global.contains("slack_app_token");
    boolean onlyInFile =
        global.contains("slack_api_url_file") && !global.contains("slack_api_url: 'http");
    return local.contains("update_message") && noAddress || token && onlyInFile;
  }

  private static List<String> combined(List<String> some, List<String> others) {
    return some.stream()
        .flatMap(
            one ->
                others.stream()
                    .map(
                        other ->
                            Stream.of(one, other)
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining(", "))))
        .toList();
  }

  private static String configuration(Kind kind, String local, String global) {
    return """
        global: {%s}
        route: {receiver: a}
        receivers:
        - name: a
          %s:
          - {%s}
        """
        .formatted(global, kind.key(), local);
  }
}
