package io.firedrill.capture;

import io.firedrill.model.Message;
import io.firedrill.relay.HttpResponse;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/**
 * Microsoft Teams. Formats: its documentation, "Legacy actionable message card reference" for
 * connectors, and "Adaptive Card" with "TextBlock" for workflows.
 */
final class MsTeams {

  private static final HttpResponse CARD_TAKEN = HttpResponse.of(200, "text/html", "1");
  private static final HttpResponse FLOW_STARTED = HttpResponse.of(202);

  private MsTeams() {}

  /** A connector. */
  static Service connector() {
    return new JsonService(
        body -> Marker.full(body.path("text").asString("")),
        body -> Json.message(Json.fields(body), "title", "text"),
        CARD_TAKEN);
  }

  /** A workflow. */
  static Service workflow() {
    return new JsonService(
        body -> Marker.full(card(body).path("body").path(1).path("text").asString("")),
        MsTeams::message,
        FLOW_STARTED);
  }

  /** The card's two texts; how the card looks. */
  private static Message message(JsonNode body) {
    SortedMap<String, String> fields = Json.fields(card(body));
    return Json.message(fields, "body.0.text", "body.1.text");
  }

  private static JsonNode card(JsonNode body) {
    return body.path("attachments").path(0).path("content");
  }
}
