package io.firedrill.capture;

import io.firedrill.model.Message;

/**
 * Telegram. Formats: Telegram's Bot API, {@code sendMessage} and "Making requests". A message
 * without text is refused.
 */
final class Telegram {

  private static final Reply SENT =
      Reply.json(
          200,
          "{\"ok\":true,\"result\":{\"message_id\":1,\"date\":0,"
              + "\"chat\":{\"id\":1,\"type\":\"group\"}}}");

  private static final Reply EMPTY =
      Reply.json(
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

  private static Reply reply(Message message) {
    return message.text().isBlank() ? EMPTY : SENT;
  }
}
