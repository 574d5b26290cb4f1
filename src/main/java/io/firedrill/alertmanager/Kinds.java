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

  private static final List<Kind> ALL = List.of(WEBHOOK, SLACK, TELEGRAM);

  /** Alertmanager 0.34's kinds of integration that are not captured yet. */
  private static final Set<String> NOT_YET =
      Set.of(
          "discord_configs",
          "email_configs",
          "incidentio_configs",
          "jira_configs",
          "mattermost_configs",
          "msteams_configs",
          "msteamsv2_configs",
          "opsgenie_configs",
          "pagerduty_configs",
          "pushover_configs",
          "rocketchat_configs",
          "sns_configs",
          "victorops_configs",
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
