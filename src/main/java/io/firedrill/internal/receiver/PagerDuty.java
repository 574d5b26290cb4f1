package io.firedrill.internal.receiver;

import io.firedrill.internal.relay.HttpResponse;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.model.Message;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/** PagerDuty's Events API v2. Formats: its documentation, "Send an alert event". */
final class PagerDuty extends ReceiverKind {

  private static final HttpResponse ACCEPTED =
      HttpResponse.json(
          202,
          "{\"status\":\"success\",\"message\":\"Event processed\",\"dedup_key\":\"firedrill\"}");

  PagerDuty() {
    super(
        "pagerduty",
        """
        class client client_url component description details group http_config images links
        routing_key routing_key_file send_resolved service_key service_key_file severity source
        timeout url
        """,
        GlobalKeys.NONE.addresses("pagerduty_url"),
        Redirection.start().address("url").markedSecret("routing_key"));
  }

  @Override
  Service service() {
    return new JsonService(
        body -> Marker.readFull(body.path("routing_key").asString("")),
        PagerDuty::message,
        ACCEPTED);
  }

  /** Fields keep their names, whether inside or outside {@code payload}. */
  private static Message message(JsonNode body) {
    SortedMap<String, String> fields = Json.fields(body);
    fields.keySet().removeIf(name -> name.startsWith("payload.") || name.equals("routing_key"));
    SortedMap<String, String> payload = Json.fields(body.path("payload"));
    String summary = payload.getOrDefault("summary", "");
    payload.remove("summary");
    fields.putAll(payload);
    return new Message(summary, "", fields);
  }

  /** Alertmanager's documentation, {@code pagerduty_config}: a service key means version 1. */
  @Override
  void check(YamlMapping settings, Problems problems) {
    for (String key : List.of("service_key", "service_key_file")) {
      if (Settings.has(settings, key)) {
        problems.error(
            settings.key(key).orElseThrow(),
            "\"" + key + "\" cannot be tested: PagerDuty's Events API v1 has a fixed address",
            Optional.of("test it with \"routing_key\", the Events API v2"));
      }
    }
  }
}
