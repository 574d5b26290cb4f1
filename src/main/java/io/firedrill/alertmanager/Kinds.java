package io.firedrill.alertmanager;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The kinds of integration that are captured. Settings and their defaults are those of
 * Alertmanager's documentation, {@code receiver-integration-settings}, from version 0.25 on; a rule
 * about a setting that a version does not know does nothing there.
 */
final class Kinds {

  private static final Kind WEBHOOK =
      Kind.of("webhook").ownAddress("url").check(WebhookChecks::address);

  private static final Kind SLACK =
      Kind.of("slack")
          .globalAddress(
              "api_url",
              "slack_api_url",
              "slack_api_url_file",
              "slack_app_token",
              "slack_app_token_file")
          .ownAddress("app_url")
          .secrets("app_token")
          .marked("callback_id", "{{ template \"slack.default.callbackid\" . }}");

  private static final Kind TELEGRAM =
      Kind.of("telegram")
          .address("api_url")
          .secrets("bot_token")
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
          .rewrite(Email::redirected)
          .check(Email::check);

  private static final Kind PUSHOVER =
      Kind.of("pushover")
          .secrets("user_key")
          .rewrite(Pushover::token)
          .rewrite(Pushover::throughProxy);

  private static final Kind SNS = Kind.of("sns").rewrite(Sns::redirected);

  private static final List<Kind> ALL =
      List.of(WEBHOOK, SLACK, TELEGRAM, PAGERDUTY, OPSGENIE, VICTOROPS, SNS, EMAIL, PUSHOVER);

  /** Alertmanager 0.34's kinds of integration that are not captured yet. */
  private static final Set<String> NOT_YET =
      Set.of(
          "discord_configs",
          "incidentio_configs",
          "jira_configs",
          "mattermost_configs",
          "msteams_configs",
          "msteamsv2_configs",
          "rocketchat_configs",
          "webex_configs",
          "wechat_configs");

  private Kinds() {}

  /** The kind of a receiver's key, such as {@code slack_configs}. */
  static Optional<Kind> of(String key) {
    return ALL.stream().filter(k -> k.key().equals(key)).findFirst();
  }

  static boolean isNotYetCaptured(String key) {
    return NOT_YET.contains(key);
  }

  /** All keys of a receiver. */
  static List<String> keys() {
    return Stream.concat(
            Stream.concat(Stream.of("name"), NOT_YET.stream()), ALL.stream().map(Kind::key))
        .sorted()
        .toList();
  }
}
