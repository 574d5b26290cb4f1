package io.firedrill.internal.receiver;

import io.firedrill.internal.relay.HttpResponse;
import io.firedrill.internal.source.YamlMapping;
import java.util.List;

/**
 * Slack. Formats: Slack's documentation, "Sending messages using incoming webhooks" and "Legacy
 * secondary attachments".
 */
final class Slack extends ReceiverKind {

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
            .ownAddress("api_url")
            .ownAddress("app_url")
            .rewrite(Slack::addresses)
            // An update goes to an address that is built in, and so it is one more message.
            .without("update_message")
            .secrets("app_token")
            .marked("callback_id", "{{ template \"slack.default.callbackid\" . }}"));
  }

  @Override
  public boolean sendsResolved() {
    return false;
  }

  @Override
  Service service() {
    return new JsonService(
        body -> Marker.readFull(Attachments.first(body).path("callback_id").asString("")),
        Attachments::message,
        HttpResponse.of(200, "text/html", "ok"));
  }

  /** Adds what the user leaves to the global section, or to Alertmanager's default. */
  private static YamlMapping addresses(YamlMapping settings, Place place) {
    if (Settings.has(settings, "app_token") || Settings.has(settings, "app_token_file")) {
      return Rewrites.addedAddress("app_url").of(settings, place);
    }
    boolean token = place.globalHasAny(TOKENS);
    YamlMapping own =
        token || place.globalHasAny(URLS)
            ? Rewrites.addedAddress("api_url").of(settings, place)
            : settings;
    // The global token counts beside an address in a file, too.
    return token ? Rewrites.addedAddress("app_url").of(own, place) : own;
  }
}
