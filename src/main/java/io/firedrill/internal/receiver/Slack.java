package io.firedrill.internal.receiver;

import io.firedrill.internal.source.YamlMapping;
import java.util.List;

/**
 * Slack. Formats: Slack's documentation, "Sending messages using incoming webhooks", "Legacy
 * secondary attachments", {@code chat.postMessage} and {@code chat.update}. Alertmanager updates
 * messages at a built-in address, and only those that it posts to a fixed address; the token
 * identifies the integration.
 */
final class Slack extends ReceiverKind {

  /** The path of Slack's Web API for new messages. */
  static final String POST = "/api/chat.postMessage";

  /** The path for updates of messages. */
  static final String UPDATE = "/api/chat.update";

  private static final String API_URL = "api_url";
  private static final String UPDATES = "update_message";

  private static final List<String> TOKENS = List.of("slack_app_token", "slack_app_token_file");
  private static final List<String> URLS = List.of("slack_api_url", "slack_api_url_file");

  Slack() {
    super(
        "slack",
        """
        actions api_url api_url_file app_token app_token_file app_url callback_id channel color
        fallback fields footer http_config icon_emoji icon_url image_url link_names message_text
        mrkdwn_in pretext send_resolved short_fields text thumb_url timeout title title_link
        update_message username
        """,
        GlobalKeys.NONE
            .addresses("slack_api_url", "slack_api_url_file", "slack_app_url")
            .secrets("slack_app_token", "slack_app_token_file"),
        Redirection.start()
            .ownAddress("app_url")
            .rewrite(Slack::rewritten)
            .secrets("app_token")
            .marked("callback_id", "{{ template \"slack.default.callbackid\" . }}"));
  }

  @Override
  public boolean sendsResolved() {
    return false;
  }

  @Override
  Service service() {
    return new SlackService();
  }

  private static YamlMapping rewritten(YamlMapping settings, Place place) {
    boolean updates =
        Settings.has(settings, UPDATES)
            && Settings.text(settings, API_URL).equals("https://slack.com" + POST);
    return updates
        ? Rewrites.throughProxyWithToken().of(settings, place)
        : addresses(Rewrites.replacedAddress(API_URL).of(settings.without(UPDATES), place), place);
  }

  /** Adds the settings that the user leaves to the global section or to Alertmanager's defaults. */
  private static YamlMapping addresses(YamlMapping settings, Place place) {
    if (Settings.has(settings, "app_token") || Settings.has(settings, "app_token_file")) {
      return Rewrites.addedAddress("app_url").of(settings, place);
    }
    boolean token = place.globalHasAny(TOKENS);
    YamlMapping own =
        token || place.globalHasAny(URLS)
            ? Rewrites.addedAddress(API_URL).of(settings, place)
            : settings;
    // The global token also applies with an address in a file.
    return token ? Rewrites.addedAddress("app_url").of(own, place) : own;
  }
}
