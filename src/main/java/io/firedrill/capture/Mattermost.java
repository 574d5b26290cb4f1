package io.firedrill.capture;

/**
 * Mattermost. Formats: its documentation, "Incoming webhooks" and "Message attachments". The type
 * of a post is for plugins.
 */
final class Mattermost {

  private Mattermost() {}

  static Service service() {
    return new JsonService(
        body -> Marker.full(body.path("type").asString("")),
        Attachments::message,
        Reply.text("ok"));
  }
}
