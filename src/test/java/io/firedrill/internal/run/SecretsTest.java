package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.alertmanager.AlertmanagerConfig;
import io.firedrill.internal.alertmanager.RedirectedConfig;
import io.firedrill.internal.receiver.SinkPorts;
import io.firedrill.model.Notification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Secrets in every field for them, according to Alertmanager 0.33's configuration documentation:
 * none of them may reach the rig.
 */
class SecretsTest {

  /** Every kind, with its secrets inline. */
  private static final String INLINE =
      """
      webhook_configs:
      - {url: 'http://u:SECRET1@example.org/SECRET2', http_config: {authorization: {credentials: SECRET3}}}
      - {url: 'http://example.org/SECRET4', payload: {text: '{{ .Status }}'}}
      slack_configs: [{api_url: 'https://hooks.example.org/SECRET5'}, {app_token: SECRET6}]
      telegram_configs: [{bot_token: SECRET7, chat_id: 1}]
      pagerduty_configs: [{routing_key: SECRET8}]
      opsgenie_configs: [{api_key: SECRET9}]
      victorops_configs: [{api_key: SECRET10, routing_key: data}]
      sns_configs: [{topic_arn: 'arn:aws:sns:eu-west-1:1:t', sigv4: {access_key: SECRET11, \
      secret_key: SECRET12, profile: SECRET13, role_arn: SECRET14}}]
      email_configs: [{to: a@example.org, from: b@example.org, smarthost: 'SECRET15:25', \
      auth_username: SECRET16, auth_password: SECRET17, auth_secret: SECRET18, \
      auth_identity: SECRET19, tls_config: {cert_file: SECRET20, key_file: SECRET21}}]
      pushover_configs: [{token: SECRET22, user_key: SECRET23}]
      discord_configs: [{webhook_url: 'https://example.org/SECRET24'}]
      incidentio_configs:
      - {url: 'https://example.org/SECRET25', alert_source_token: SECRET26}
      - {url: 'https://example.org', http_config: {authorization: {credentials: SECRET27}}}
      jira_configs: [{api_url: 'https://u:SECRET28@example.org/rest/api/2', project: A, \
      issue_type: B, http_config: {basic_auth: {username: SECRET29, password: SECRET30}}}]
      mattermost_configs: [{webhook_url: 'https://example.org/SECRET31'}]
      msteams_configs: [{webhook_url: 'https://example.org/SECRET32'}]
      msteamsv2_configs: [{webhook_url: 'https://example.org/SECRET33'}]
      rocketchat_configs: [{token: SECRET34, token_id: SECRET35}]
      webex_configs: [{room_id: a, http_config: {bearer_token: SECRET36}}]
      wechat_configs: [{api_secret: SECRET37, corp_id: a}]
      """;

  /** Every kind, with its secrets in files or in the global section. */
  private static final String ELSEWHERE =
      """
      webhook_configs: [{url_file: /SECRET1, http_config: {basic_auth: {username: SECRET2, \
      password_file: SECRET3}, proxy_url: 'http://SECRET4', tls_config: {ca_file: SECRET5}}}]
      slack_configs: [{api_url_file: /SECRET6}, {}]
      telegram_configs: [{bot_token_file: /SECRET7, chat_id: 1}, {chat_id: 1}]
      pagerduty_configs: [{routing_key_file: /SECRET8}]
      opsgenie_configs: [{api_key_file: /SECRET9}, {}]
      victorops_configs: [{api_key_file: /SECRET10, routing_key: data}, {routing_key: data}]
      sns_configs: [{topic_arn: 'arn:aws:sns:eu-west-1:1:t'}]
      email_configs: [{to: a@example.org}]
      pushover_configs: [{token_file: /SECRET11, user_key_file: /SECRET12}]
      discord_configs: [{webhook_url_file: /SECRET29}]
      incidentio_configs: [{url_file: /SECRET30, alert_source_token_file: /SECRET31}]
      jira_configs: [{project: A, issue_type: B}]
      mattermost_configs: [{webhook_url_file: /SECRET32}, {}]
      msteams_configs: [{webhook_url_file: /SECRET33}]
      msteamsv2_configs: [{webhook_url_file: /SECRET34}]
      rocketchat_configs: [{}, {token_file: /SECRET35, token_id_file: /SECRET36}]
      webex_configs: [{room_id: a, http_config: {authorization: {credentials_file: /SECRET37}}}]
      wechat_configs: [{api_secret_file: /SECRET38, corp_id: a}, {corp_id: a}]
      global:
        http_config: {oauth2: {client_id: a, client_secret: SECRET13, token_url: 'http://SECRET14'}}
        smtp_from: a@example.org
        smtp_smarthost: SECRET15:25
        smtp_auth_username: SECRET16
        smtp_auth_password: SECRET17
        smtp_auth_secret: SECRET18
        slack_api_url: https://hooks.example.org/SECRET19
        opsgenie_api_key: SECRET20
        victorops_api_key_file: /SECRET21
        wechat_api_secret: SECRET22
        telegram_bot_token: SECRET23
        rocketchat_token: SECRET24
        rocketchat_token_id_file: /SECRET25
        mattermost_webhook_url: http://example.org/SECRET26
        jira_api_url: http://SECRET27
        pagerduty_url: http://SECRET28
      """;

  @TempDir private Path directory;

  @Test
  void inlineSecretsDoNotReachTheServers() throws IOException {
    staysOutside(INLINE, 21);
  }

  @Test
  void secretsInFilesAndInTheGlobalSectionDoNotReachTheServers() throws IOException {
    staysOutside(ELSEWHERE, 25);
  }

  private void staysOutside(String receiver, int integrations) throws IOException {
    try (ReceiverDrill drill = ReceiverDrill.start("3.5.3", directory, receiver)) {
      drill.fires(Map.of("alertname", "A"), Map.of()).until(Duration.ofMinutes(2));

      List<Notification> notifications = drill.notifications();
      assertThat(drill.log()).doesNotContain("SECRET", "level=ERROR", "level=WARN");
      assertThat(notifications).as(drill.log()).hasSize(integrations);
      assertThat(notifications.toString()).doesNotContain("SECRET");
      assertThat(notifications).extracting(Notification::status).containsOnly("firing");
    }
    RedirectedConfig redirected =
        AlertmanagerConfig.read(directory.resolve("alertmanager.yml"))
            .redirectedTo(new SinkPorts(1, 2, 3));
    assertThat(redirected.toString()).doesNotContain("SECRET");
    assertThat(Files.readString(directory.resolve("alertmanager.yml"))).contains("SECRET");
  }
}
