package io.firedrill.internal.receiver;

import io.firedrill.internal.relay.HttpResponse;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.model.Message;
import java.util.Optional;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/**
 * WeChat Work. Formats: its API's documentation, "gettoken" and "Sending application messages".
 * Alertmanager requests a token first, and again when it has expired.
 */
final class WeChat extends ReceiverKind {

  private static final HttpResponse TOKEN =
      HttpResponse.json(
          200,
          "{\"errcode\":0,\"errmsg\":\"ok\",\"access_token\":\"firedrill\",\"expires_in\":7200}");

  private static final HttpResponse SENT =
      HttpResponse.json(200, "{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":\"firedrill\"}");

  private static final String ADDRESS = "api_url";

  WeChat() {
    super(
        "wechat",
        """
        agent_id api_secret api_secret_file api_url corp_id http_config message message_type
        send_resolved to_party to_tag to_user
        """,
        GlobalKeys.NONE
            .addresses("wechat_api_url")
            .kept("wechat_api_corp_id")
            .replaced(
                ports -> Settings.MARKED_SECRET, "wechat_api_secret", "wechat_api_secret_file"),
        Redirection.start()
            .rewrite(WeChat::rewritten)
            .markedSecret("api_secret")
            .marked("message", "{{ template \"wechat.default.message\" . }}"));
  }

  @Override
  public boolean sendsResolved() {
    return false;
  }

  @Override
  Service service() {
    Service messages =
        new JsonService(
            body ->
                Marker.readFull(
                    body.path("text").path("content").asString("")
                        + body.path("markdown").path("content").asString("")),
            WeChat::message,
            SENT);
    return request -> isToken(request) ? token(request) : messages.read(request);
  }

  private static boolean isToken(CapturedRequest request) {
    return request.rest().equals("/gettoken");
  }

  private static Reading token(CapturedRequest request) {
    String secret = Form.fields(request.query()).getOrDefault("corpsecret", "");
    return Reading.step(Marker.readFull(secret), request, TOKEN);
  }

  /** The content of a message of any type. */
  private static Message message(JsonNode body) {
    SortedMap<String, String> fields = Json.fields(body);
    String text =
        Optional.ofNullable(fields.remove("text.content"))
            .orElse(fields.getOrDefault("markdown.content", ""));
    fields.remove("markdown.content");
    return new Message("", text, fields);
  }

  private static YamlMapping rewritten(YamlMapping settings, Place place) {
    return settings.with(ADDRESS, YamlScalar.quoted(place.url() + "/"));
  }
}
