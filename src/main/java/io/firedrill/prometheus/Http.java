package io.firedrill.prometheus;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests to one server, and its errors in its own words. Timeouts are wall-clock time. */
final class Http {

  private static final int LONGEST_RAW_MESSAGE = 4000;
  private static final MediaType PROTOBUF = MediaType.get("application/x-protobuf");

  // One client for all servers: it holds the threads and the pool of connections.
  private static final OkHttpClient CLIENT =
      new OkHttpClient.Builder().followRedirects(false).socketFactory(new PromptSockets()).build();

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final HttpUrl server;
  private final Supplier<Duration> limit;

  /**
   * Requests to a server.
   *
   * @param limit how long, by the wall clock, it may take to connect, and to send a byte
   */
  Http(URI server, Supplier<Duration> limit) {
    HttpUrl url = HttpUrl.get(server);
    if (url == null) {
      throw new IllegalArgumentException("not an http address: " + server);
    }
    this.server = url;
    this.limit = limit;
  }

  /** True where the server answers 2xx; false for every other answer, and for none. */
  boolean isOk(String path) {
    try (Response response = client().newCall(request(path).build()).execute()) {
      return response.isSuccessful();
    } catch (IOException e) {
      return false;
    }
  }

  /** The {@code data} of an answer of the JSON API; arguments go in a form, which has no limit. */
  JsonNode get(String path, String what, String... namesAndValues) {
    Request.Builder request = request(path);
    if (namesAndValues.length > 0) {
      FormBody.Builder form = new FormBody.Builder();
      for (int i = 0; i < namesAndValues.length; i += 2) {
        form.add(namesAndValues[i], namesAndValues[i + 1]);
      }
      request.post(form.build());
    }
    try {
      return JSON.readTree(send(request.build(), what)).path("data");
    } catch (JacksonException e) {
      throw new PrometheusException(what, e);
    }
  }

  void post(String path, String what) {
    send(request(path).post(RequestBody.create(new byte[0])).build(), what);
  }

  void postSnappy(String path, String what, byte[] body) {
    send(
        request(path)
            .post(RequestBody.create(body, PROTOBUF))
            .header("Content-Encoding", "snappy")
            .header("X-Prometheus-Remote-Write-Version", "0.1.0")
            .build(),
        what);
  }

  private Request.Builder request(String path) {
    return new Request.Builder()
        .url(server.newBuilder().username("").password("").addPathSegments(path).build())
        .header("Authorization", Credentials.basic(server.username(), server.password()))
        .header("User-Agent", "firedrill");
  }

  private OkHttpClient client() {
    Duration now = limit.get();
    return CLIENT.newBuilder().connectTimeout(now).readTimeout(now).writeTimeout(now).build();
  }

  private String send(Request request, String what) {
    try (Response response = client().newCall(request).execute()) {
      String body = response.body().string();
      if (!response.isSuccessful()) {
        throw refusal(what, response.code(), body);
      }
      return body;
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
      // Only the JSON API answers in JSON; the text is the message then.
    }
    String text = body.strip();
    String cut = text.substring(0, Math.min(text.length(), LONGEST_RAW_MESSAGE));
    return new PrometheusException(what, status, "", cut);
  }
}
