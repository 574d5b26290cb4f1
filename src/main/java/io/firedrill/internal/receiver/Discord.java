package io.firedrill.internal.receiver;

import io.firedrill.internal.relay.HttpResponse;
import io.firedrill.model.Message;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/**
 * Discord. Formats and limits: its documentation, "Execute Webhook", "Embed Limits" and "JSON Error
 * Codes".
 */
final class Discord extends ReceiverKind {

  private static final int TITLE = 256;
  private static final int DESCRIPTION = 4096;
  private static final int CONTENT = 2000;

  private static final HttpResponse EXECUTED = HttpResponse.of(204);
  private static final HttpResponse TOO_LONG =
      HttpResponse.json(400, "{\"message\":\"Invalid Form Body\",\"code\":50035}");
  private static final HttpResponse EMPTY =
      HttpResponse.json(400, "{\"message\":\"Cannot send an empty message\",\"code\":50006}");

  Discord() {
    super(
        "discord",
        """
        avatar_url content http_config message send_resolved title username webhook_url
        webhook_url_file
        """,
        GlobalKeys.NONE,
        Redirection.start()
            .ownAddress("webhook_url")
            .tagged("message", "{{ template \"discord.default.message\" . }}"));
  }

  @Override
  Service service() {
    return new JsonService(
        body -> Marker.readTag(embed(body).path("description").asString("")),
        Discord::message,
        Discord::reply);
  }

  /** The embed's title and description; its other properties become fields. */
  private static Message message(JsonNode body) {
    SortedMap<String, String> fields = Json.fields(body);
    fields.keySet().removeIf(name -> name.startsWith("embeds."));
    fields.putAll(Json.fields(embed(body)));
    return Json.message(fields, "title", "description");
  }

  private static JsonNode embed(JsonNode body) {
    return body.path("embeds").path(0);
  }

  private static HttpResponse reply(Message message) {
    String content = message.fields().getOrDefault("content", "");
    if (length(message.title()) > TITLE
        || length(message.text()) > DESCRIPTION
        || length(content) > CONTENT) {
      return TOO_LONG;
    }
    boolean empty = (message.title() + message.text() + content).isBlank();
    return empty ? EMPTY : EXECUTED;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
