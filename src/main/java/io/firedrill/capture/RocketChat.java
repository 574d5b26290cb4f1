package io.firedrill.capture;

import io.firedrill.relay.HttpResponse;

/** Rocket.Chat. Formats: its REST API's documentation, {@code chat.postMessage}. */
final class RocketChat {

  private static final HttpResponse POSTED =
      HttpResponse.json(
          200,
          "{\"ts\":0,\"channel\":\"firedrill\",\"message\":{\"_id\":\"firedrill\"},\"success\":true}");

  private RocketChat() {}

  static Service service() {
    return new JsonService(
        body -> Marker.full(Attachments.first(body).path("text").asString("")),
        Attachments::message,
        POSTED);
  }
}
