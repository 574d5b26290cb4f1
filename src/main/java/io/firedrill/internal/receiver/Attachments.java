package io.firedrill.internal.receiver;

import io.firedrill.model.Message;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/** Messages with attachments, in Slack's format, which other services also use. */
final class Attachments {

  private static final String FIRST = "attachments.0.";

  private Attachments() {}

  /**
   * The first attachment's title and text. Its other fields are merged with the message's; those of
   * further attachments keep their paths.
   */
  static Message message(JsonNode body) {
    SortedMap<String, String> fields = Json.fields(body);
    // The message's own text is above the attachments.
    rename(fields, "text", "message_text");
    for (String name : fields.keySet().stream().filter(n -> n.startsWith(FIRST)).toList()) {
      rename(fields, name, name.substring(FIRST.length()));
    }
    return Json.message(fields, "title", "text");
  }

  static JsonNode first(JsonNode body) {
    return body.path("attachments").path(0);
  }

  private static void rename(SortedMap<String, String> fields, String name, String other) {
    String value = fields.remove(name);
    if (value != null) {
      fields.put(other, value);
    }
  }
}
