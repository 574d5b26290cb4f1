package io.firedrill.capture;

import io.firedrill.relay.HttpResponse;

/**
 * Slack. Formats: Slack's documentation, "Sending messages using incoming webhooks" and "Legacy
 * secondary attachments".
 */
final class Slack {

  private Slack() {}

  static Service service() {
    return new JsonService(
        body -> Marker.full(Attachments.first(body).path("callback_id").asString("")),
        Attachments::message,
        HttpResponse.of(200, "text/html", "ok"));
  }
}
