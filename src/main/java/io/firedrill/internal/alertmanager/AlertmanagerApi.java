package io.firedrill.internal.alertmanager;

import io.firedrill.internal.http.ApiAnswer;
import io.firedrill.internal.http.ApiBody;
import io.firedrill.internal.http.ApiClient;
import io.firedrill.model.Labels;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The HTTP API of one Alertmanager. Default timeouts, in real time: 30 s to connect and 30 s
 * without a byte. Thread-safe.
 */
public final class AlertmanagerApi {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int LONGEST_MESSAGE = 2000;

  private final ApiClient client;

  private AlertmanagerApi(ApiClient client) {
    this.client = client;
  }

  /**
   * The API of the server at an address.
   *
   * @param server the server's root, such as {@code http://127.0.0.1:9093}
   */
  public static AlertmanagerApi at(URI server) {
    return at(server, () -> LIMIT);
  }

  /**
   * The same with another limit.
   *
   * @param limit the wall-clock limit for connecting, and for each wait for a byte
   */
  public static AlertmanagerApi at(URI server, Supplier<Duration> limit) {
    return new AlertmanagerApi(new ApiClient(server, limit));
  }

  /** True once the server has started up; false while it starts or cannot be reached. */
  public boolean isReady() {
    return client.isOk("-/ready");
  }

  /**
   * Makes the server read its configuration again, and waits until it has.
   *
   * @throws AlertmanagerException with the server's message if the configuration is invalid; the
   *     server then keeps its old configuration
   */
  public void reload() {
    send("reload of Alertmanager's configuration", () -> client.post("-/reload"));
  }

  /**
   * Creates a silence.
   *
   * @param silence what it silences, and when
   * @return its ID
   * @throws AlertmanagerException with the server's own message if it rejects the silence
   */
  public String create(Silence silence) {
    String what = "silence " + silence.matchersText();
    String answer = send(what, () -> client.post("api/v2/silences", ApiBody.json(silence.json())));
    try {
      return JsonMapper.shared().readTree(answer).path("silenceID").asString();
    } catch (JacksonException e) {
      throw new AlertmanagerException(what, e);
    }
  }

  /**
   * Expires a silence; one that has ended already stays as it is.
   *
   * @param id the silence's ID
   * @throws AlertmanagerException if there is no silence with that ID
   */
  public void expire(String id) {
    send("expiry of silence " + id, () -> client.delete("api/v2/silence/" + id));
  }

  /**
   * Sends alerts that fire from now on, as Prometheus would.
   *
   * @throws AlertmanagerException with the server's own message if it rejects one
   */
  public void post(List<Labels> alerts) {
    List<Map<String, Object>> posted =
        alerts.stream().map(labels -> Map.<String, Object>of("labels", labels.asMap())).toList();
    String json = JsonMapper.shared().writeValueAsString(posted);
    send("alerts", () -> client.post("api/v2/alerts", ApiBody.json(json)));
  }

  /**
   * Sends alerts that fire for some time.
   *
   * @param from the virtual time at which they start
   * @param to the virtual time at which they end
   * @throws AlertmanagerException with the server's own message if it rejects one
   */
  public void post(List<Labels> alerts, Instant from, Instant to) {
    List<Map<String, Object>> posted =
        alerts.stream()
            .map(
                labels ->
                    Map.<String, Object>of(
                        "labels",
                        labels.asMap(),
                        "startsAt",
                        from.toString(),
                        "endsAt",
                        to.toString()))
            .toList();
    String json = JsonMapper.shared().writeValueAsString(posted);
    send("alerts", () -> client.post("api/v2/alerts", ApiBody.json(json)));
  }

  /** The current state of the server: alerts, their groups, and silences. */
  public AlertmanagerView view() {
    return new AlertmanagerView(
        ViewReader.alerts(get("api/v2/alerts", "list of alerts")),
        ViewReader.groups(get("api/v2/alerts/groups", "list of groups")),
        ViewReader.silences(get("api/v2/silences", "list of silences")));
  }

  private JsonNode get(String path, String what) {
    try {
      return JsonMapper.shared().readTree(send(what, () -> client.get(path)));
    } catch (JacksonException e) {
      throw new AlertmanagerException(what, e);
    }
  }

  /** The API gives its messages as JSON, and the rest of the server as text. */
  private static String message(String body) {
    String text = body;
    try {
      JsonNode json = JsonMapper.shared().readTree(body);
      text = json.isString() ? json.asString() : json.path("message").asString(body);
    } catch (JacksonException e) {
      // Not JSON: use the text itself.
    }
    return ApiAnswer.cut(text, LONGEST_MESSAGE);
  }

  private interface Call {
    ApiAnswer make() throws IOException;
  }

  private static String send(String what, Call call) {
    try {
      ApiAnswer answer = call.make();
      String body = answer.body().strip();
      if (!answer.isSuccess()) {
        throw new AlertmanagerException(what, answer.status(), message(body));
      }
      return body;
    } catch (IOException e) {
      throw new AlertmanagerException(what, e);
    }
  }
}
