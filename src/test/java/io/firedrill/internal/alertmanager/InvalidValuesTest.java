package io.firedrill.internal.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.receiver.GlobalSettings;
import io.firedrill.internal.receiver.ReceiverKinds;
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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What Alertmanager refuses, Firedrill refuses, and what it accepts, Firedrill accepts: for every
 * setting, of all kinds, the global section and connections, that Firedrill changes or removes,
 * with values of other types, empty values, and invalid addresses, durations and numbers.
 */
class InvalidValuesTest {

  static final String[] VERSIONS = TestPairs.VERSIONS;

  private static final List<String> VALUES =
      List.of("", "''", "[a]", "{a: b}", "'::'", "'ftp://x'", "'http://'", "1x", "7", "/dev/null");

  /** What a kind needs to be valid, by Alertmanager's documentation. */
  private static final Map<String, Map<String, String>> NEEDED =
      Map.ofEntries(
          needed("discord", "webhook_url: 'http://127.0.0.1:1/'"),
          needed("email", "to: a@example.org", "from: b@example.org", "smarthost: 'localhost:25'"),
          needed("incidentio", "url: 'http://127.0.0.1:1/'", "alert_source_token: abc"),
          needed("jira", "api_url: 'http://127.0.0.1:1/'", "project: A", "issue_type: B"),
          needed("mattermost", "webhook_url: 'http://127.0.0.1:1/'"),
          needed("msteams", "webhook_url: 'http://127.0.0.1:1/'"),
          needed("msteamsv2", "webhook_url: 'http://127.0.0.1:1/'"),
          needed("opsgenie", "api_key: abc"),
          needed("pagerduty", "routing_key: abc"),
          needed("pushover", "user_key: abc", "token: abc"),
          needed("rocketchat", "token: abc", "token_id: abc"),
          needed("slack", "api_url: 'http://127.0.0.1:1/'", "channel: '#a'"),
          needed("sns", "topic_arn: 'arn:aws:sns:a:1:b'", "sigv4: {region: a}"),
          needed("telegram", "bot_token: abc", "chat_id: 5"),
          needed("victorops", "api_key: abc", "routing_key: a"),
          needed("webex", "room_id: a", "http_config: {authorization: {credentials: abc}}"),
          needed("webhook", "url: 'http://127.0.0.1:1/'"),
          needed("wechat", "api_secret: abc", "corp_id: a"));

  /** Prometheus's documentation of {@code http_config}, which is Alertmanager's, too. */
  private static final List<String> CONNECTION =
      List.of(
          "basic_auth: {username: @}",
          "basic_auth: {username: a, password: @}",
          "basic_auth: @",
          "authorization: @",
          "authorization: {type: @}",
          "authorization: {credentials: @}",
          "authorization: {credentials_file: @}",
          "bearer_token: @",
          "oauth2: @",
          "oauth2: {client_id: a, token_url: @}",
          "oauth2: {client_id: a, token_url: 'http://x/', scopes: @}",
          "tls_config: @",
          "tls_config: {insecure_skip_verify: @}",
          "tls_config: {min_version: @}",
          "proxy_url: @",
          "no_proxy: @",
          "proxy_from_environment: @",
          "follow_redirects: @",
          "enable_http2: @",
          "http_headers: @");

  /** Settings that are removed in addition. */
  private static final List<String> OTHERS =
      List.of(
          "sns_configs: [{topic_arn: 'arn:aws:sns:a:1:b', sigv4: {region: @}}]",
          "sns_configs: [{topic_arn: 'arn:aws:sns:a:1:b', sigv4: {region: a, access_key: @}}]",
          "sns_configs: [{topic_arn: 'arn:aws:sns:a:1:b', sigv4: {region: a, role_arn: @}}]",
          "email_configs: [{to: a, from: b, smarthost: 'c:1', tls_config: {server_name: @}}]",
          "email_configs: [{to: a, from: b, smarthost: 'c:1', headers: {x: @}}]",
          "email_configs: [{to: a, from: b, smarthost: @}]");

  @TempDir private Path directory;

  @ParameterizedTest(name = "the Alertmanager of Prometheus {0}")
  @FieldSource("VERSIONS")
  void areRefusedByBothOrByNeither(String prometheus) throws IOException {
    List<String> configurations = some(configurations(), prometheus);
    List<String> different = new ArrayList<>();
    int accepted = 0;
    RigSpec both = RigSpec.of(Topology.PROMETHEUS_AND_ALERTMANAGER, Instant.EPOCH);
    try (Rig rig = TestPairs.rigs(prometheus).start(both, null)) {
      for (String text : configurations) {
        String server = read(rig, text, Map.of());
        String ours = ours(rig, text);
        accepted += server.isEmpty() ? 1 : 0;
        if (server.isEmpty() != ours.isEmpty()) {
          different.add("%s  server: %s\n  ours: %s".formatted(text, server, ours));
        }
      }
    }

    assertThat(different).isEmpty();
    assertThat(accepted).isBetween(20, configurations.size() - 20);
  }

  /** All on the newest server, every fourth on older ones: {@code -Dtest.everything} for all. */
  private static List<String> some(List<String> all, String prometheus) {
    boolean every = prometheus.equals("3.5.3") || Boolean.getBoolean("test.everything");
    return IntStream.range(0, all.size())
        .filter(i -> every || i % 4 == 0)
        .mapToObj(all::get)
        .toList();
  }

  /** Compares only the server's message; other tests check positions. */
  private String ours(Rig rig, String text) throws IOException {
    Path file = Files.writeString(directory.resolve("alertmanager.yml"), text);
    try {
      AlertmanagerConfig config = AlertmanagerConfig.read(file);
      config.check(
          (configuration, files) -> {
            String said = read(rig, configuration, files);
            if (!said.contains("firedrill_only_checks_this_copy")) {
              throw new RefusedException(said);
            }
            return said;
          });
      RedirectedConfig redirected = config.redirectedTo(new SinkPorts(4321, 25, 8080));
      String said = read(rig, redirected.text(), redirected.files());
      return said.isEmpty() ? "" : said + "\n  redirected: " + redirected.text();
    } catch (InputException e) {
      return e.getMessage();
    } catch (RefusedException e) {
      return e.getMessage();
    }
  }

  private static final class RefusedException extends RuntimeException {
    RefusedException(String said) {
      super(said);
    }
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

  /** Whether Firedrill changes or removes the setting. */
  private boolean isTouched(String owner, String setting) throws IOException {
    String text = owner.equals("global") ? global(setting, "abc") : one(owner, setting, "abc");
    Path file = Files.writeString(directory.resolve("one.yml"), text);
    String redirected =
        AlertmanagerConfig.read(file).redirectedTo(new SinkPorts(4321, 25, 8080)).text();
    return !Pattern.compile("[{, ]" + setting + ": \"?abc\"?[,}]").matcher(redirected).find();
  }

  private List<String> configurations() throws IOException {
    Map<String, Set<String>> known = new TreeMap<>();
    ReceiverKinds.all().forEach(kind -> known.put(kind.word(), kind.settings()));
    known.put("global", GlobalSettings.known());
    List<String> all = new ArrayList<>();
    for (String owner : known.keySet()) {
      for (String setting : new TreeSet<>(known.get(owner))) {
        for (String value : isTouched(owner, setting) ? VALUES : List.<String>of()) {
          all.add(owner.equals("global") ? global(setting, value) : one(owner, setting, value));
        }
      }
    }
    for (String value : VALUES) {
      all.add(one("webex", "http_config", "{authorization: {credentials: " + value + "}}"));
      all.add(one("webex", "http_config", "{bearer_token: " + value + "}"));
      all.add(global("http_config", "{proxy_url: " + value + "}"));
      for (String connection : CONNECTION) {
        String http = "{" + connection.replace("@", value) + "}";
        all.add(one("webhook", "http_config", http));
      }
      OTHERS.forEach(other -> all.add(receiver("", other.replace("@", value))));
    }
    all.removeIf(InvalidValuesTest::endsAlertmanager);
    return all.stream().distinct().toList();
  }

  /** Alertmanager 0.33 and 0.34 panic if Slack's address for a token is in a file. */
  private static boolean endsAlertmanager(String text) {
    return text.contains("update_message") && !text.contains("slack.com")
        || text.contains("app_token") && text.contains("slack");
  }

  private static String one(String kind, String setting, String value) {
    Map<String, String> settings = new LinkedHashMap<>(NEEDED.get(kind));
    settings.put(setting, value);
    return receiver("", kind + "_configs: [" + flow(settings) + "]");
  }

  private static String global(String setting, String value) {
    return receiver(setting + ": " + value, "");
  }

  private static String receiver(String global, String integrations) {
    return """
        global: {%s}
        route: {receiver: a}
        receivers:
        - name: a
          %s
        """
        .formatted(global, integrations);
  }

  private static String flow(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(e -> e.getKey() + ": " + e.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static Map.Entry<String, Map<String, String>> needed(String kind, String... settings) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String setting : settings) {
      int colon = setting.indexOf(": ");
      map.put(setting.substring(0, colon), setting.substring(colon + 2));
    }
    return Map.entry(kind, Collections.unmodifiableMap(map));
  }
}
