package io.firedrill.capture;

import io.firedrill.model.Message;
import java.util.List;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/**
 * Slack. Formats: Slack's documentation, "Sending messages using incoming webhooks" and "Legacy
 * secondary attachments".
 */
final class Slack {

  private Slack() {}

  static Service service() {
    return new JsonService(
        body -> Marker.full(attachment(body).path("callback_id").asString("")),
        Slack::message,
        Reply.text("ok"));
  }

  /** The one attachment's title and text; the attachment's other fields beside the message's. */
  private static Message message(JsonNode body) {
    SortedMap<String, String> fields = Json.fields(body);
    fields.keySet().removeIf(name -> name.startsWith("attachments."));
    SortedMap<String, String> attachment = Json.fields(attachment(body));
    String title = attachment.getOrDefault("title", "");
    String text = attachment.getOrDefault("text", "");
    attachment.keySet().removeAll(List.of("title", "text"));
    // The message's own text stands above the attachment's.
    String above = fields.remove("text");
    if (above != null) {
      fields.put("message_text", above);
    }
    fields.putAll(attachment);
    return new Message(title, text, fields);
  }

  private static JsonNode attachment(JsonNode body) {
    return body.path("attachments").path(0);
  }
}
