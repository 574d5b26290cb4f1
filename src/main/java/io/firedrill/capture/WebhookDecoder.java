package io.firedrill.capture;

import io.firedrill.model.Labels;
import io.firedrill.model.Notification;
import io.firedrill.model.Notification.NotifiedAlert;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the webhook's body. Format: Alertmanager's documentation, {@code webhook_config}, version
 * 4.
 */
final class WebhookDecoder {

  private static final JsonMapper JSON = JsonMapper.shared();

  private WebhookDecoder() {}

  static Notification decode(CapturedRequest request) {
    try {
      JsonNode body = JSON.readTree(request.body());
      return new Notification(
          request.time(),
          request.receiver(),
          request.integration(),
          request.index(),
          body.path("status").asString(""),
          Labels.copyOf(texts(body.path("groupLabels"))),
          alerts(body.path("alerts")),
          Optional.empty(),
          request.raw());
    } catch (JacksonException | DateTimeException e) {
      throw new UndecodableException(e.getMessage(), e);
    }
  }

  private static List<NotifiedAlert> alerts(JsonNode alerts) {
    List<NotifiedAlert> decoded = new ArrayList<>();
    for (JsonNode alert : alerts) {
      String status = alert.path("status").asString("");
      decoded.add(
          new NotifiedAlert(
              status,
              Labels.copyOf(texts(alert.path("labels"))),
              texts(alert.path("annotations")),
              time(alert.path("startsAt")),
              status.equals("resolved") ? time(alert.path("endsAt")) : null));
    }
    // Alertmanager's order depends on arrival, which has none within one virtual instant.
    decoded.sort(Comparator.comparing(NotifiedAlert::labels));
    return decoded;
  }

  private static Instant time(JsonNode text) {
    return OffsetDateTime.parse(text.asString("")).toInstant();
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new TreeMap<>();
    object.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asString("")));
    return texts;
  }
}
