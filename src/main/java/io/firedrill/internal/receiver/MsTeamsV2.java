package io.firedrill.internal.receiver;

import io.firedrill.internal.relay.HttpResponse;
import io.firedrill.model.Message;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/** Microsoft Teams by a workflow. Formats: its documentation, "Adaptive Card" with "TextBlock". */
final class MsTeamsV2 extends ReceiverKind {

  private static final HttpResponse FLOW_STARTED = HttpResponse.of(202);

  MsTeamsV2() {
    super(
        "msteamsv2",
        """
        http_config send_resolved text title webhook_url webhook_url_file
        """,
        GlobalKeys.NONE,
        Redirection.start()
            .ownAddress("webhook_url")
            .marked("text", "{{ template \"msteamsv2.default.text\" . }}"));
  }

  @Override
  Service service() {
    return new JsonService(
        body -> Marker.readFull(card(body).path("body").path(1).path("text").asString("")),
        MsTeamsV2::message,
        FLOW_STARTED);
  }

  /** The card's two text blocks, and its other properties as fields. */
  private static Message message(JsonNode body) {
    SortedMap<String, String> fields = Json.fields(card(body));
    return Json.message(fields, "body.0.text", "body.1.text");
  }

  private static JsonNode card(JsonNode body) {
    return body.path("attachments").path(0).path("content");
  }
}
