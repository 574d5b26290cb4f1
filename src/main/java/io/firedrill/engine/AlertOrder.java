package io.firedrill.engine;

import io.firedrill.explain.Dispatching.SentAlert;
import io.firedrill.model.Labels;
import io.firedrill.relay.HttpAnswer;
import io.firedrill.relay.HttpRequest;
import io.firedrill.relay.HttpService;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sorts the alerts in each request to an Alertmanager. Prometheus sends them in the order of a Go
 * map, which is another one each time, and Alertmanager begins its groups in the order in which
 * alerts come.
 */
final class AlertOrder implements HttpService {

  private static final Comparator<JsonNode> ORDER =
      Comparator.<JsonNode, String>comparing(alert -> alert.path("startsAt").asString(""))
          .thenComparing(alert -> alert.path("labels").toString());

  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpService alertmanager;
  private final Consumer<List<SentAlert>> heard;

  /**
   * @param alertmanager gets the requests
   * @param heard gets the alerts of each request
   */
  AlertOrder(HttpService alertmanager, Consumer<List<SentAlert>> heard) {
    this.alertmanager = alertmanager;
    this.heard = heard;
  }

  @Override
  public HttpAnswer answer(HttpRequest request) {
    return alertmanager.answer(request.withBody(sorted(request.body())));
  }

  private byte[] sorted(byte[] body) {
    try {
      JsonNode alerts = JSON.readTree(body);
      heard.accept(alerts.valueStream().map(AlertOrder::sent).toList());
      return !alerts.isArray() || alerts.size() < 2
          ? body
          : JSON.writeValueAsBytes(alerts.valueStream().sorted(ORDER).toList());
    } catch (JacksonException | DateTimeParseException e) {
      // What is malformed is Alertmanager's to refuse.
      return body;
    }
  }

  private static SentAlert sent(JsonNode alert) {
    Map<String, String> labels = new TreeMap<>();
    alert.path("labels").forEachEntry((name, value) -> labels.put(name, value.asString("")));
    return new SentAlert(
        Labels.copyOf(labels),
        Instant.parse(alert.path("startsAt").asString("")),
        Instant.parse(alert.path("endsAt").asString("")));
  }
}
