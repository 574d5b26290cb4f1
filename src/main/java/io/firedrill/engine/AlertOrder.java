package io.firedrill.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.firedrill.capture.HttpFraming;
import io.firedrill.explain.Dispatching.SentAlert;
import io.firedrill.model.Labels;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sorts the alerts in each of a connection's requests to Alertmanager. Prometheus sends them in the
 * order of a Go map, which is another one each time, and Alertmanager begins its groups in the
 * order in which alerts come.
 */
final class AlertOrder implements UnaryOperator<byte[]> {

  private static final String END_OF_HEAD = "\r\n\r\n";

  private static final Comparator<JsonNode> ORDER =
      Comparator.<JsonNode, String>comparing(alert -> alert.path("startsAt").asString(""))
          .thenComparing(alert -> alert.path("labels").toString());

  private static final Pattern LENGTH = Pattern.compile("(?im)^(content-length: *)\\d+");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Consumer<List<SentAlert>> heard;
  private final HttpFraming framing = new HttpFraming();

  /**
   * @param heard gets the alerts of each request
   */
  AlertOrder(Consumer<List<SentAlert>> heard) {
    this.heard = heard;
  }

  /** Takes bytes of a connection; returns the requests that are complete with them. */
  @Override
  public byte[] apply(byte[] bytes) {
    ByteArrayOutputStream requests = new ByteArrayOutputStream();
    framing.add(bytes, bytes.length).forEach(request -> requests.writeBytes(sorted(request)));
    return requests.toByteArray();
  }

  private byte[] sorted(byte[] request) {
    String text = new String(request, ISO_8859_1);
    int body = text.indexOf(END_OF_HEAD) + END_OF_HEAD.length();
    try {
      JsonNode alerts = JSON.readTree(request, body, request.length - body);
      heard.accept(alerts.valueStream().map(AlertOrder::sent).toList());
      if (!alerts.isArray() || alerts.size() < 2) {
        return request;
      }
      byte[] sorted = JSON.writeValueAsBytes(alerts.valueStream().sorted(ORDER).toList());
      String head = LENGTH.matcher(text.substring(0, body)).replaceFirst("$1" + sorted.length);
      return ByteBuffer.allocate(head.length() + sorted.length)
          .put(head.getBytes(ISO_8859_1))
          .put(sorted)
          .array();
    } catch (JacksonException | DateTimeParseException e) {
      // What is malformed is Alertmanager's to refuse.
      return request;
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
