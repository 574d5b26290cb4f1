package io.firedrill.internal.receiver;

import io.firedrill.internal.relay.HttpResponse;
import io.firedrill.model.Message;

/**
 * Telegram. Formats: Telegram's Bot API, {@code sendMessage} and "Making requests". A message
 * without text is refused.
 */
final class Telegram extends ReceiverKind {

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

  Telegram() {
    super(
        "telegram",
        """
        api_url bot_token bot_token_file chat_id chat_id_file disable_notifications http_config
        message message_thread_id parse_mode send_resolved
        """,
        GlobalKeys.NONE
            .addresses("telegram_api_url")
            .secrets("telegram_bot_token", "telegram_bot_token_file"),
        Redirection.start()
            .address("api_url")
            .secrets("bot_token")
            .file("chat_id_file", "1")
            .tagged("message", "{{ template \"telegram.default.message\" . }}"));
  }

  @Override
  Service service() {
    return new JsonService(
        body -> Marker.readTag(body.path("text").asString("")),
        body -> Json.message(Json.fields(body), "", "text"),
        Telegram::reply);
  }

  private static HttpResponse reply(Message message) {
    return message.text().isBlank() ? EMPTY : SENT;
  }
}
