package io.firedrill.capture;

import io.firedrill.relay.HttpResponse;

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
        HttpResponse.of(200, "text/html", "ok"));
  }
}
