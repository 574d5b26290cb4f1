package io.firedrill.capture;

import io.firedrill.model.Message;
import io.firedrill.relay.HttpResponse;
import java.util.Optional;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/**
 * WeChat Work. Formats: its API's documentation, "gettoken" and "Sending application messages". A
 * token is asked for first, and again once it is old.
 */
final class WeChat implements Service {

  private static final HttpResponse TOKEN =
      HttpResponse.json(
          200,
          "{\"errcode\":0,\"errmsg\":\"ok\",\"access_token\":\"firedrill\",\"expires_in\":7200}");

  private static final HttpResponse SENT =
      HttpResponse.json(200, "{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":\"firedrill\"}");

  private final Service messages =
      new JsonService(
          body ->
              Marker.full(
                  body.path("text").path("content").asString("")
                      + body.path("markdown").path("content").asString("")),
          WeChat::message,
          SENT);

  @Override
  public Reading read(CapturedRequest request) {
    if (request.rest().equals("/gettoken")) {
      String secret = Form.fields(request.query()).getOrDefault("corpsecret", "");
      return Reading.step(Marker.full(secret), request, TOKEN);
    }
    return messages.read(request);
  }

  /** The content of whatever type of message it is. */
  private static Message message(JsonNode body) {
    SortedMap<String, String> fields = Json.fields(body);
    String text =
        Optional.ofNullable(fields.remove("text.content"))
            .orElse(fields.getOrDefault("markdown.content", ""));
    fields.remove("markdown.content");
    return new Message("", text, fields);
  }
}
