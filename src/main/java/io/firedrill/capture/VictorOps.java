package io.firedrill.capture;

import io.firedrill.model.Message;
import io.firedrill.relay.HttpResponse;
import java.util.Optional;
import java.util.SortedMap;

/**
 * VictorOps, now Splunk On-Call. Formats: its documentation, "REST endpoint integration guide". The
 * path ends with the API key and the routing key.
 */
final class VictorOps implements Service {

  private static final HttpResponse ACCEPTED =
      HttpResponse.json(200, "{\"result\":\"success\",\"entity_id\":\"firedrill\"}");

  @Override
  public Reading read(CapturedRequest request) {
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
        new Content(Marker.full(path), Optional.of(message), request.rawWithRest(keys)), ACCEPTED);
  }
}
