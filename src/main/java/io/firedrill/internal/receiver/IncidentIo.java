package io.firedrill.internal.receiver;

import io.firedrill.internal.relay.HttpResponse;
import io.firedrill.model.Message;
import java.util.Optional;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/**
 * incident.io. Formats: its documentation of Alertmanager alert sources, "Create Alertmanager alert
 * events". The service itself generates the text that people read; these are the fields of the
 * group.
 */
final class IncidentIo extends ReceiverKind {

  private static final HttpResponse ACCEPTED =
      HttpResponse.json(
          202,
          "{\"deduplication_key\":\"firedrill\",\"message\":\"Event accepted for processing\","
              + "\"status\":\"success\"}");

  IncidentIo() {
    super(
        "incidentio",
        """
        alert_source_token alert_source_token_file http_config max_alerts send_resolved timeout
        url url_file
        """,
        GlobalKeys.NONE,
        Redirection.authorized().ownAddress("url").secrets("alert_source_token"));
  }

  @Override
  Service service() {
    return IncidentIo::read;
  }

  private static Reading read(CapturedRequest request) {
    JsonNode body = Json.read(request.body());
    SortedMap<String, String> fields = Json.fields(body);
    fields.keySet().removeIf(name -> name.startsWith("alerts."));
    Content content =
        new Content(
            WebhookBody.of(body).group(), Optional.of(new Message("", "", fields)), request.raw());
    return Reading.of(content, ACCEPTED);
  }
}
