package io.firedrill.alertmanager;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The kinds of integration that are captured. Settings and their defaults are those of
 * Alertmanager's documentation, {@code receiver-integration-settings}, from version 0.25 on; a rule
 * about a setting that a version does not know does nothing there.
 */
final class Kinds {

  private static final Kind WEBHOOK = Kind.of("webhook").rewrite(Webhook::address);

  private static final Kind SLACK =
      Kind.of("slack")
          .ownAddress("api_url")
          .ownAddress("app_url")
          .rewrite(Slack::addresses)
          // An update goes to an address that is built in, and so it is one more message.
          .without("update_message")
          .secrets("app_token")
          .marked("callback_id", "{{ template \"slack.default.callbackid\" . }}");

  private static final Kind TELEGRAM =
      Kind.of("telegram")
          .address("api_url")
          .secrets("bot_token")
          .file("chat_id_file", "1")
          .tagged("message", "{{ template \"telegram.default.message\" . }}");

  /** Its Events API v1 has a fixed address. */
  private static final Kind PAGERDUTY =
      Kind.of("pagerduty")
          .address("url")
          .markedSecret("routing_key")
          .check(Refusals::pagerDutyVersion1);

  private static final Kind OPSGENIE =
      Kind.of("opsgenie")
          .address("api_url")
          .rewrite(Rewrites.replacedSecret("api_key", Settings.PLAINLY_MARKED_SECRET));

  private static final Kind VICTOROPS =
      Kind.of("victorops").address("api_url").secrets("api_key").markedIfSet("routing_key");

  private static final Kind EMAIL =
      Kind.of("email")
          .without(
              "auth_username",
              "auth_password",
              "auth_password_file",
              "auth_secret",
              "auth_secret_file",
              "auth_identity",
              "tls_config",
              "force_implicit_tls")
          .rewrite(Email::redirected);

  private static final Kind PUSHOVER =
      Kind.of("pushover")
          .secrets("user_key")
          .rewrite(Pushover::token)
          .rewrite(Pushover::throughProxy);

  private static final Kind SNS = Kind.of("sns").rewrite(Sns::redirected);

  private static final Kind DISCORD =
      Kind.of("discord")
          .ownAddress("webhook_url")
          .tagged("message", "{{ template \"discord.default.message\" . }}");

  private static final Kind INCIDENTIO =
      Kind.authorized("incidentio").ownAddress("url").secrets("alert_source_token");

  private static final Kind JIRA = Kind.of("jira").rewrite(Jira::redirected).markedIfSet("project");

  private static final Kind MATTERMOST =
      Kind.of("mattermost")
          .globalAddress("webhook_url", "mattermost_webhook_url", "mattermost_webhook_url_file")
          .marked("type", "");

  private static final Kind MSTEAMS =
      Kind.of("msteams")
          .ownAddress("webhook_url")
          .marked("text", "{{ template \"msteams.default.text\" . }}");

  private static final Kind MSTEAMSV2 =
      Kind.of("msteamsv2")
          .ownAddress("webhook_url")
          .marked("text", "{{ template \"msteamsv2.default.text\" . }}");

  private static final Kind ROCKETCHAT =
      Kind.of("rocketchat")
          .address("api_url")
          .secrets("token", "token_id")
          .marked("text", "{{ template \"rocketchat.default.text\" . }}");

  private static final Kind WEBEX =
      Kind.authorized("webex")
          .address("api_url")
          .tagged("message", "{{ template \"webex.default.message\" . }}");

  private static final Kind WECHAT =
      Kind.of("wechat")
          .rewrite(WeChat::redirected)
          .markedSecret("api_secret")
          .marked("message", "{{ template \"wechat.default.message\" . }}");

  private static final List<Kind> ALL =
      List.of(
          WEBHOOK,
          SLACK,
          TELEGRAM,
          PAGERDUTY,
          OPSGENIE,
          VICTOROPS,
          SNS,
          EMAIL,
          PUSHOVER,
          DISCORD,
          INCIDENTIO,
          JIRA,
          MATTERMOST,
          MSTEAMS,
          MSTEAMSV2,
          ROCKETCHAT,
          WEBEX,
          WECHAT);

  private Kinds() {}

  /** The kind of a receiver's key, such as {@code slack_configs}. */
  static Optional<Kind> of(String key) {
    return ALL.stream().filter(k -> k.key().equals(key)).findFirst();
  }

  /** All keys of a receiver. */
  static List<String> keys() {
    return Stream.concat(Stream.of("name", "labels"), ALL.stream().map(Kind::key))
        .sorted()
        .toList();
  }
}
