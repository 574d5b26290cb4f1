package io.firedrill.internal.receiver;

import io.firedrill.internal.relay.HttpResponse;

/**
 * Mattermost. Formats: its documentation, "Incoming webhooks" and "Message attachments". The type
 * of a post is for plugins.
 */
final class Mattermost extends ReceiverKind {

  Mattermost() {
    super(
        "mattermost",
        """
        attachments author_icon author_link author_name channel color fallback fields footer
        footer_icon http_config icon_emoji icon_url image_url pretext priority props
        send_resolved text thumb_url title title_link type username webhook_url webhook_url_file
        """,
        GlobalKeys.NONE.addresses("mattermost_webhook_url", "mattermost_webhook_url_file"),
        Redirection.start()
            .globalAddress("webhook_url", "mattermost_webhook_url", "mattermost_webhook_url_file")
            .marked("type", ""));
  }

  @Override
  Service service() {
    return new JsonService(
        body -> Marker.readFull(body.path("type").asString("")),
        Attachments::message,
        HttpResponse.of(200, "text/html", "ok"));
  }
}
