package io.firedrill.internal.receiver;

import io.firedrill.internal.relay.HttpResponse;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.model.Message;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/**
 * PagerDuty's Events API v2 and, with a service key, v1. Formats: its documentation, "Send an alert
 * event" and "Events API v1". The address of version 1 is built into Alertmanager; a token
 * identifies the integration.
 */
final class PagerDuty extends ReceiverKind {

  /** The path of version 1. */
  static final String V1 = "/generic/2010-04-15/create_event.json";

  private static final String SERVICE_KEY = "service_key";
  private static final String ROUTING_KEY = "routing_key";
  private static final String EVENT_TYPE = "event_type";

  private static final HttpResponse ACCEPTED =
      HttpResponse.json(
          202,
          "{\"status\":\"success\",\"message\":\"Event processed\",\"dedup_key\":\"firedrill\"}");

  private static final HttpResponse ACCEPTED_BY_V1 =
      HttpResponse.json(
          200,
          "{\"status\":\"success\",\"message\":\"Event processed\",\"incident_key\":\"firedrill\"}");

  PagerDuty() {
    super(
        "pagerduty",
        """
        class client client_url component description details group http_config images links
        routing_key routing_key_file send_resolved service_key service_key_file severity source
        timeout url
        """,
        GlobalKeys.NONE.addresses("pagerduty_url"),
        Redirection.start()
            .address("url")
            .markedSecret(ROUTING_KEY)
            .markedSecret(SERVICE_KEY)
            .rewrite(PagerDuty::connected));
  }

  /** Alertmanager's documentation, {@code pagerduty_config}: a service key means version 1. */
  private static YamlMapping connected(YamlMapping settings, Place place) {
    return Settings.has(settings, SERVICE_KEY) || Settings.has(settings, "service_key_file")
        ? Rewrites.throughProxyWithToken().of(settings, place)
        : settings;
  }

  @Override
  Service service() {
    return new JsonService(
        PagerDuty::subject,
        PagerDuty::message,
        message -> message.fields().containsKey(EVENT_TYPE) ? ACCEPTED_BY_V1 : ACCEPTED);
  }

  private static Subject subject(JsonNode body) {
    String key = body.has(SERVICE_KEY) ? SERVICE_KEY : ROUTING_KEY;
    return Marker.readFull(body.path(key).asString(""));
  }

  /** Fields keep their names, whether inside or outside {@code payload}. */
  private static Message message(JsonNode body) {
    SortedMap<String, String> fields = Json.fields(body);
    fields.keySet().removeIf(name -> name.startsWith("payload."));
    fields.remove(ROUTING_KEY);
    if (fields.remove(SERVICE_KEY) != null) {
      return Json.message(fields, "description", "");
    }
    SortedMap<String, String> payload = Json.fields(body.path("payload"));
    String summary = payload.getOrDefault("summary", "");
    payload.remove("summary");
    fields.putAll(payload);
    return new Message(summary, "", fields);
  }
}
