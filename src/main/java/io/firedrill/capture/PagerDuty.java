package io.firedrill.capture;

import io.firedrill.model.Message;
import io.firedrill.relay.HttpResponse;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/** PagerDuty's Events API v2. Formats: its documentation, "Send an alert event". */
final class PagerDuty {

  private static final HttpResponse ACCEPTED =
      HttpResponse.json(
          202,
          "{\"status\":\"success\",\"message\":\"Event processed\",\"dedup_key\":\"firedrill\"}");

  private PagerDuty() {}

  static Service service() {
    return new JsonService(
        body -> Marker.full(body.path("routing_key").asString("")), PagerDuty::message, ACCEPTED);
  }

  /** What stands in {@code payload} has its own name there; what is beside it, too. */
  private static Message message(JsonNode body) {
    SortedMap<String, String> fields = Json.fields(body);
    fields.keySet().removeIf(name -> name.startsWith("payload.") || name.equals("routing_key"));
    SortedMap<String, String> payload = Json.fields(body.path("payload"));
    String summary = payload.getOrDefault("summary", "");
    payload.remove("summary");
    fields.putAll(payload);
    return new Message(summary, "", fields);
  }
}
