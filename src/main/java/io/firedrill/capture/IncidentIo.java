package io.firedrill.capture;

import io.firedrill.model.Message;
import io.firedrill.relay.HttpResponse;
import java.util.Optional;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/**
 * incident.io. Formats: its documentation of Alertmanager alert sources, "Create Alertmanager alert
 * events". What people read is made there; here are the fields of the group.
 */
final class IncidentIo implements Service {

  private static final HttpResponse ACCEPTED =
      HttpResponse.json(
          202,
          "{\"deduplication_key\":\"firedrill\",\"message\":\"Event accepted for processing\","
              + "\"status\":\"success\"}");

  @Override
  public Reading read(CapturedRequest request) {
    JsonNode body = Json.read(request.body());
    SortedMap<String, String> fields = Json.fields(body);
    fields.keySet().removeIf(name -> name.startsWith("alerts."));
    Content content =
        new Content(
            WebhookBody.group(body), Optional.of(new Message("", "", fields)), request.raw());
    return Reading.of(content, ACCEPTED);
  }
}
