package io.firedrill.internal.receiver;

import io.firedrill.internal.relay.HttpResponse;
import io.firedrill.model.Message;
import java.util.Optional;
import java.util.SortedMap;

/**
 * VictorOps, now Splunk On-Call. Formats: its documentation, "REST endpoint integration guide". The
 * path ends with the API key and the routing key.
 */
final class VictorOps extends ReceiverKind {

  private static final HttpResponse ACCEPTED =
      HttpResponse.json(200, "{\"result\":\"success\",\"entity_id\":\"firedrill\"}");

  VictorOps() {
    super(
        "victorops",
        """
        api_key api_key_file api_url custom_fields entity_display_name http_config message_type
        monitoring_tool routing_key send_resolved state_message
        """,
        GlobalKeys.NONE
            .addresses("victorops_api_url")
            .secrets("victorops_api_key", "victorops_api_key_file"),
        Redirection.start().address("api_url").secrets("api_key").markedIfSet("routing_key"));
  }

  @Override
  Service service() {
    return VictorOps::read;
  }

  private static Reading read(CapturedRequest request) {
    String path = Form.unescaped(request.rest());
    String keys = Marker.without(path);
    SortedMap<String, String> fields = Json.fields(Json.read(request.body()));
    fields.put("routing_key", keys.replaceFirst("^/[^/]*/", ""));
    String title = fields.getOrDefault("entity_display_name", "");
    String text = fields.getOrDefault("state_message", "");
    fields.remove("entity_display_name");
    fields.remove("state_message");
    Message message = new Message(title, text, fields);
    return Reading.of(
        new Content(Marker.readFull(path), Optional.of(message), request.rawWithRest(keys)),
        ACCEPTED);
  }
}
