package io.firedrill.internal.prometheus;

import io.firedrill.internal.http.ApiAnswer;
import io.firedrill.internal.http.ApiBody;
import io.firedrill.internal.http.ApiClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests to one server, and its error messages. Timeouts are real time. */
final class Http {

  private static final int LONGEST_RAW_MESSAGE = 4000;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final ApiClient client;

  /**
   * Creates a client for a server.
   *
   * @param limit the wall-clock limit for connecting, and for each wait for a byte
   */
  Http(URI server, Supplier<Duration> limit) {
    this.client = new ApiClient(server, limit);
  }

  /** Whether the server answers with a status 2xx; false without an answer. */
  boolean isOk(String path) {
    return client.isOk(path);
  }

  /**
   * The {@code data} of an answer of the JSON API. Parameters are sent as a form, whose length is
   * not limited.
   */
  JsonNode get(String path, String what, String... namesAndValues) {
    return data(
        what,
        () ->
            namesAndValues.length == 0 ? client.get(path) : client.postForm(path, namesAndValues));
  }

  /** The same for endpoints that do not accept forms; parameters are sent in the address. */
  JsonNode getWith(String path, String what, String... namesAndValues) {
    return data(what, () -> client.get(path, namesAndValues));
  }

  private static JsonNode data(String what, Call call) {
    String body = send(what, call);
    try {
      return JSON.readTree(body).path("data");
    } catch (JacksonException e) {
      throw new PrometheusException(what, e);
    }
  }

  void post(String path, String what) {
    send(what, () -> client.post(path));
  }

  void postSnappy(String path, String what, byte[] body) {
    Map<String, String> headers =
        Map.of("Content-Encoding", "snappy", "X-Prometheus-Remote-Write-Version", "0.1.0");
    send(what, () -> client.post(path, new ApiBody("application/x-protobuf", body, headers)));
  }

  private interface Call {
    ApiAnswer make() throws IOException;
  }

  private static String send(String what, Call call) {
    try {
      ApiAnswer answer = call.make();
      if (!answer.isSuccess()) {
        throw refusal(what, answer.status(), answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new PrometheusException(what, e);
    }
  }

  private static PrometheusException refusal(String what, int status, String body) {
    try {
      JsonNode json = JSON.readTree(body);
      if (json.path("error").isString()) {
        String type = json.path("errorType").asString("");
        return new PrometheusException(what, status, type, json.path("error").asString());
      }
    } catch (JacksonException e) {
      // Only the JSON API answers in JSON; use the text as the message.
    }
    String text = ApiAnswer.cut(body.strip(), LONGEST_RAW_MESSAGE);
    return new PrometheusException(what, status, "", text);
  }
}
