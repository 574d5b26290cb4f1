package io.firedrill.internal.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The redirected settings of each kind of integration. */
class RedirectedReceiversTest {

  private static final String SINK = "http://127.0.0.1:4321/a/";
  private static final String FULL = "{{ template \\\"__firedrill_marker\\\" . }}";
  private static final String TAG = "{{ template \\\"__firedrill_tag\\\" . }}";

  @TempDir private Path directory;

  @Test
  void anUnknownKindIsAnError() {
    assertThat(messageOf("receivers: [{name: a, msteamv2_configs: [{}]}]"))
        .isEqualTo(
            """
            alertmanager.yml:1:23: error: unknown key "msteamv2_configs" in a receiver
                1 | receivers: [{name: a, msteamv2_configs: [{}]}]
                  |                       ^^^^^^^^^^^^^^^^
              hint: did you mean "msteamsv2_configs"?""");
  }

  @Test
  void keepsLabelsOfAReceiver() throws IOException {
    assertThat(text("receivers: [{name: a, labels: {team: data}}]"))
        .isEqualTo(
            """
            receivers:
            - {name: a, labels: {team: data}}
            templates: ["firedrill.tmpl"]
            """);
  }

  @Test
  void discord() throws IOException {
    assertThat(
            redirected(
                "discord_configs: [{webhook_url: 'https://discord.com/x', message: hi}, "
                    + "{webhook_url_file: /run/x, send_resolved: false}]"))
        .isEqualTo(
            "discord_configs: [{webhook_url: \""
                + SINK
                + "discord/0\", message: \"hi"
                + TAG
                + "\"}, {webhook_url_file: \"secrets/0\", send_resolved: false, "
                + "\"message\": \"{{ template \\\"discord.default.message\\\" . }}"
                + TAG
                + "\"}], \"webhook_configs\": [{\"url\": \""
                + SINK
                + "discord/0/companion\"}, "
                + "{\"url\": \""
                + SINK
                + "discord/1/companion\", \"send_resolved\": false}]");
  }

  @Test
  void webex() throws IOException {
    assertThat(
            redirected(
                "webex_configs: [{room_id: r, message: hi, http_config: {proxy_url: 'http://p', "
                    + "authorization: {credentials_file: /run/x}}}, {room_id: r, message: hi, "
                    + "api_url: 'https://x', http_config: {proxy_url: 'http://p'}}]"))
        .isEqualTo(
            "webex_configs: [{room_id: r, message: \"hi"
                + TAG
                + "\", http_config: "
                + "{\"authorization\": {\"credentials\": \"firedrill\"}}, \"api_url\": \""
                + SINK
                + "webex/0\"}, {room_id: r, message: \"hi"
                + TAG
                + "\", api_url: \""
                + SINK
                + "webex/1\", http_config: {}}], \"webhook_configs\": [{\"url\": \""
                + SINK
                + "webex/0/companion\"}, {\"url\": \""
                + SINK
                + "webex/1/companion\"}]");
  }

  @Test
  void teams() throws IOException {
    assertThat(
            redirected(
                "msteams_configs: [{webhook_url: 'https://x', text: hi}], msteamsv2_configs: "
                    + "[{webhook_url_file: /run/x, http_config: {proxy_url: 'http://p'}}]"))
        .isEqualTo(
            "msteams_configs: [{webhook_url: \""
                + SINK
                + "msteams/0\", text: \"hi"
                + FULL
                + "\"}], msteamsv2_configs: [{webhook_url_file: \"secrets/0\", \"text\": "
                + "\"{{ template \\\"msteamsv2.default.text\\\" . }}"
                + FULL
                + "\"}]");
  }

  @Test
  void wechat() throws IOException {
    assertThat(
            redirected(
                "wechat_configs: [{api_secret: s, corp_id: c, message: hi}, "
                    + "{api_url: 'https://x/', api_secret_file: /run/x, message: hi}]"))
        .isEqualTo(
            "wechat_configs: [{api_secret: \"firedrill"
                + FULL
                + "\", corp_id: c, message: \"hi"
                + FULL
                + "\", \"api_url\": \""
                + SINK
                + "wechat/0/\"}, {api_url: \""
                + SINK
                + "wechat/1/\", api_secret_file: \"secrets/0\", message: \"hi"
                + FULL
                + "\"}]");
  }

  /** The names of the transitions are "Close it" and none. */
  @Test
  void jira() throws IOException {
    assertThat(
            redirected(
                "jira_configs: [{api_url: 'https://u:p@x/y/rest/api/2?a=b', project: P, "
                    + "resolve_transition: Close it}, {api_type: auto, project: P}]",
                "global: {jira_api_url: 'https://x.atlassian.net/rest/api/3'}\n"))
        .isEqualTo(
            "jira_configs: [{api_url: \""
                + SINK
                + "jira/0/~Q2xvc2UgaXQ~/y/rest/api/2\", "
                + "project: \"P"
                + FULL
                + "\", resolve_transition: \"Close it\"}, "
                + "{api_type: auto, project: \"P"
                + FULL
                + "\", \"api_url\": \""
                + SINK.replace("127.0.0.1:4321", "firedrill.atlassian.net")
                + "jira/1/~~/rest/api/3\", \"http_config\": {\"proxy_url\": "
                + "\"http://127.0.0.1:4321\"}}]");
  }

  /** Messages are updated only at this address. */
  @Test
  void updatedSlackMessages() throws IOException {
    String api = "api_url: 'https://slack.com/api/chat.postMessage', callback_id: c";
    assertThat(
            redirected(
                "slack_configs: [{%s, update_message: true}, {%s, update_message: null}]"
                    .formatted(api, api)))
        .isEqualTo(
            "slack_configs: [{api_url: \"https://slack.com/api/chat.postMessage\", callback_id: \"c"
                + FULL
                + "\", update_message: true, \"http_config\": {\"proxy_url\": "
                + "\"http://127.0.0.1:8080\", \"tls_config\": {\"insecure_skip_verify\": true}, "
                + "\"authorization\": {\"credentials\": \"/a/slack/0\"}}}, {api_url: \""
                + SINK
                + "slack/1\", callback_id: \"c"
                + FULL
                + "\"}]");
  }

  @Test
  void rocketchat() throws IOException {
    assertThat(redirected("rocketchat_configs: [{token: t, token_id_file: /run/x, text: hi}]"))
        .isEqualTo(
            "rocketchat_configs: [{token: \"firedrill\", token_id_file: \"secrets/0\", text: \"hi"
                + FULL
                + "\", \"api_url\": \""
                + SINK
                + "rocketchat/0\"}]");
  }

  @Test
  void mattermost() throws IOException {
    assertThat(
            redirected(
                "mattermost_configs: [{webhook_url: 'https://x', type: custom_a}, "
                    + "{webhook_url_file: /run/x}, {channel: c}]",
                "global: {mattermost_webhook_url_file: /run/x}\n"))
        .isEqualTo(
            "mattermost_configs: [{webhook_url: \""
                + SINK
                + "mattermost/0\", type: \"custom_a"
                + FULL
                + "\"}, {webhook_url_file: \"secrets/1\", \"type\": \""
                + FULL
                + "\"}, {channel: c, \"webhook_url\": \""
                + SINK
                + "mattermost/2\", \"type\": \""
                + FULL
                + "\"}]");
  }

  @Test
  void incidentio() throws IOException {
    assertThat(
            redirected(
                "incidentio_configs: [{url: 'https://x', alert_source_token: t}, "
                    + "{url_file: /run/x, alert_source_token_file: /run/y}, "
                    + "{url: 'https://x', http_config: {authorization: {credentials: c}}}]"))
        .isEqualTo(
            "incidentio_configs: [{url: \""
                + SINK
                + "incidentio/0\", alert_source_token: "
                + "\"firedrill\"}, {url_file: \"secrets/0\", alert_source_token_file: "
                + "\"secrets/1\"}, {url: \""
                + SINK
                + "incidentio/2\", http_config: "
                + "{\"authorization\": {\"credentials\": \"firedrill\"}}}]");
  }

  @Test
  void telegramInFiles() throws IOException {
    RedirectedConfig config =
        read("receivers: [{name: a, telegram_configs: [{bot_token_file: /x, chat_id_file: /y}]}]")
            .redirectedTo(AlertmanagerConfigTest.PORTS);

    assertThat(config.text())
        .contains("{bot_token_file: \"secrets/0\", chat_id_file: \"secrets/1\", ");
    assertThat(config.files()).containsEntry("secrets/0", "firedrill");
    assertThat(config.files()).containsEntry("secrets/1", "1");
  }

  @Test
  void aGlobalWechatSecretIsMarked() throws IOException {
    assertThat(text("global: {wechat_api_secret: s}\nreceivers: []"))
        .startsWith("global: {wechat_api_secret: \"firedrill" + FULL + "\"}\n");
  }

  private String redirected(String integrations) throws IOException {
    return redirected(integrations, "");
  }

  /** The integrations of a receiver, redirected. */
  private String redirected(String integrations, String global) throws IOException {
    String text = text(global + "receivers: [{name: a, " + integrations + "}]");
    String start = "\n- {name: a, ";
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf("}\ntemplates: "));
  }

  private String text(String yaml) throws IOException {
    return read(yaml).redirectedTo(AlertmanagerConfigTest.PORTS).text();
  }

  private AlertmanagerConfig read(String yaml) throws IOException {
    return AlertmanagerConfig.read(Files.writeString(directory.resolve("alertmanager.yml"), yaml));
  }

  private String messageOf(String yaml) {
    return catchThrowable(() -> read(yaml)).getMessage().replace(directory + "/", "");
  }
}
