package io.firedrill.internal.receiver;

import io.firedrill.internal.receiver.Subject.Group;
import io.firedrill.internal.receiver.Subject.Tag;
import io.firedrill.internal.timeline.CapturedAlert;
import io.firedrill.model.Labels;
import io.firedrill.model.Notification.NotifiedAlert;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The body of a webhook. Format: Alertmanager's documentation, {@code webhook_config}, version 4.
 *
 * @param group the group of alerts
 * @param tag the tag in messages about the same group
 */
public record WebhookBody(Group group, Tag tag) {

  /**
   * Reads a body.
   *
   * @throws UndecodableException if it is not such a body
   */
  public static WebhookBody read(String body) {
    return of(Json.read(body));
  }

  static WebhookBody of(JsonNode body) {
    return new WebhookBody(group(body), tag(body));
  }

  private static Group group(JsonNode body) {
    return new Group(
        body.path("status").asString(""),
        Labels.copyOf(texts(body.path("groupLabels"))),
        alerts(body.path("alerts")));
  }

  private static Tag tag(JsonNode body) {
    JsonNode alerts = body.path("alerts");
    String fingerprint = alerts.path(0).path("fingerprint").asString("");
    return new Tag(body.path("status").asString("") + "~" + alerts.size() + "~" + fingerprint);
  }

  private static List<NotifiedAlert> alerts(JsonNode alerts) {
    List<NotifiedAlert> decoded = new ArrayList<>();
    for (JsonNode alert : alerts) {
      String status = alert.path("status").asString("");
      decoded.add(
          new CapturedAlert(
              status,
              Labels.copyOf(texts(alert.path("labels"))),
              texts(alert.path("annotations")),
              time(alert.path("startsAt")),
              status.equals("resolved") ? time(alert.path("endsAt")) : null));
    }
    return decoded;
  }

  private static Instant time(JsonNode text) {
    try {
      return OffsetDateTime.parse(text.asString("")).toInstant();
    } catch (DateTimeException e) {
      throw new UndecodableException(e.getMessage(), e);
    }
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new TreeMap<>();
    object.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asString("")));
    return texts;
  }
}
