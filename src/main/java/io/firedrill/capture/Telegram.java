package io.firedrill.capture;

import io.firedrill.model.Message;
import io.firedrill.relay.HttpResponse;

/**
 * Telegram. Formats: Telegram's Bot API, {@code sendMessage} and "Making requests". A message
 * without text is refused.
 */
final class Telegram {

  private static final HttpResponse SENT =
      HttpResponse.json(
          200,
          "{\"ok\":true,\"result\":{\"message_id\":1,\"date\":0,"
              + "\"chat\":{\"id\":1,\"type\":\"group\"}}}");

  private static final HttpResponse EMPTY =
      HttpResponse.json(
          400,
          "{\"ok\":false,\"error_code\":400,"
              + "\"description\":\"Bad Request: message text is empty\"}");

  private Telegram() {}

  static Service service() {
    return new JsonService(
        body -> Marker.tag(body.path("text").asString("")),
        body -> Json.message(Json.fields(body), "", "text"),
        Telegram::reply);
  }

  private static HttpResponse reply(Message message) {
    return message.text().isBlank() ? EMPTY : SENT;
  }
}
