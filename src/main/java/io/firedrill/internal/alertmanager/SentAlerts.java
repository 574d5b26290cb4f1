package io.firedrill.internal.alertmanager;

import io.firedrill.model.Labels;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The alerts of a request to Alertmanager, in a fixed order. Prometheus sends them in the random
 * order of a Go map, and Alertmanager starts its groups in the order of arrival.
 *
 * @param alerts the alerts, ordered by start and then by labels; empty if the request is malformed
 * @param json the body with the alerts in this order; unchanged if it is malformed
 */
public record SentAlerts(List<SentAlert> alerts, String json) {

  private static final Comparator<JsonNode> ORDER =
      Comparator.<JsonNode, String>comparing(alert -> alert.path("startsAt").asString(""))
          .thenComparing(alert -> alert.path("labels").toString());

  public SentAlerts {
    alerts = List.copyOf(alerts);
  }

  /** Reads and sorts the body of a request. */
  public static SentAlerts read(String body) {
    try {
      List<JsonNode> sorted =
          JsonMapper.shared().readTree(body).valueStream().sorted(ORDER).toList();
      List<SentAlert> alerts = sorted.stream().map(SentAlerts::alert).toList();
      return new SentAlerts(
          alerts, sorted.size() < 2 ? body : JsonMapper.shared().writeValueAsString(sorted));
    } catch (JacksonException | DateTimeParseException e) {
      return new SentAlerts(List.of(), body);
    }
  }

  private static SentAlert alert(JsonNode alert) {
    Map<String, String> labels = new TreeMap<>();
    alert.path("labels").forEachEntry((name, value) -> labels.put(name, value.asString("")));
    return new SentAlert(
        Labels.copyOf(labels),
        Instant.parse(alert.path("startsAt").asString("")),
        Instant.parse(alert.path("endsAt").asString("")));
  }
}
