package io.firedrill.capture;

import io.firedrill.model.Message;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/** Telegram. Formats: Telegram's Bot API, {@code sendMessage} and "Making requests". */
final class Telegram {

  private static final Reply SENT =
      Reply.json(
          200,
          "{\"ok\":true,\"result\":{\"message_id\":1,\"date\":0,"
              + "\"chat\":{\"id\":1,\"type\":\"group\"}}}");

  private Telegram() {}

  static Service service() {
    return new JsonService(
        body -> Marker.tag(body.path("text").asString("")), Telegram::message, SENT);
  }

  private static Message message(JsonNode body) {
    SortedMap<String, String> fields = Json.fields(body);
    String text = fields.getOrDefault("text", "");
    fields.remove("text");
    return new Message("", text, fields);
  }
}
