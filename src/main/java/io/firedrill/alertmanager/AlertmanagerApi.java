package io.firedrill.alertmanager;

import io.firedrill.model.Labels;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The HTTP API of one Alertmanager. It is waited for by the wall clock: 30 s to connect and 30 s
 * without a byte, where nothing else is said. Safe for use by several threads.
 */
public final class AlertmanagerApi {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int LONGEST_MESSAGE = 2000;
  private static final MediaType JSON = MediaType.get("application/json");

  // One client for all servers: it holds the threads and the pool of connections.
  private static final OkHttpClient CLIENT =
      new OkHttpClient.Builder().followRedirects(false).build();

  private final HttpUrl server;
  private final Supplier<Duration> limit;

  private AlertmanagerApi(HttpUrl server, Supplier<Duration> limit) {
    this.server = server;
    this.limit = limit;
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
   * @param limit how long, by the wall clock, it may take to connect, and to send a byte
   */
  public static AlertmanagerApi at(URI server, Supplier<Duration> limit) {
    HttpUrl url = HttpUrl.get(server);
    if (url == null) {
      throw new IllegalArgumentException("not an http address: " + server);
    }
    return new AlertmanagerApi(url, limit);
  }

  /** True once the server has started up; false while it starts or cannot be reached. */
  public boolean isReady() {
    try (Response response = client().newCall(request("-/ready").build()).execute()) {
      return response.isSuccessful();
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Makes the server read its configuration again, and waits until it has.
   *
   * @throws AlertmanagerException with the server's own message where the configuration is not
   *     valid; the server then keeps what it had
   */
  public void reload() {
    send(
        request("-/reload").post(RequestBody.create(new byte[0])).build(),
        "reload of Alertmanager's configuration");
  }

  /**
   * Creates a silence.
   *
   * @param silence what it silences, and when
   * @return its ID
   * @throws AlertmanagerException with the server's own message where it refuses the silence
   */
  public String create(Silence silence) {
    String what = "silence " + silence.matchersText();
    Request.Builder request = request("api/v2/silences");
    String answer = send(request.post(RequestBody.create(silence.json(), JSON)).build(), what);
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
   * @throws AlertmanagerException if there is none of that ID, or no more
   */
  public void expire(String id) {
    send(request("api/v2/silence/" + id).delete().build(), "end of silence " + id);
  }

  /**
   * Sends alerts that fire from now on, as Prometheus would.
   *
   * @throws AlertmanagerException with the server's own message where it refuses one
   */
  public void post(List<Labels> alerts) {
    List<Map<String, Object>> posted =
        alerts.stream().map(labels -> Map.<String, Object>of("labels", labels.asMap())).toList();
    String json = JsonMapper.shared().writeValueAsString(posted);
    send(request("api/v2/alerts").post(RequestBody.create(json, JSON)).build(), "alerts");
  }

  /** What the server has now: alerts, their groups, and silences. */
  public AlertmanagerView view() {
    return new AlertmanagerView(
        ViewReader.alerts(get("api/v2/alerts", "list of alerts")),
        ViewReader.groups(get("api/v2/alerts/groups", "list of groups")),
        ViewReader.silences(get("api/v2/silences", "list of silences")));
  }

  private JsonNode get(String path, String what) {
    try {
      return JsonMapper.shared().readTree(send(request(path).build(), what));
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
      // It is the text that it is.
    }
    return text.substring(0, Math.min(text.length(), LONGEST_MESSAGE));
  }

  private OkHttpClient client() {
    Duration now = limit.get();
    return CLIENT.newBuilder().connectTimeout(now).readTimeout(now).writeTimeout(now).build();
  }

  private String send(Request request, String what) {
    try (Response response = client().newCall(request).execute()) {
      String body = response.body().string().strip();
      if (!response.isSuccessful()) {
        throw new AlertmanagerException(what, response.code(), message(body));
      }
      return body;
    } catch (IOException e) {
      throw new AlertmanagerException(what, e);
    }
  }

  private Request.Builder request(String path) {
    return new Request.Builder()
        .url(server.newBuilder().username("").password("").addPathSegments(path).build())
        .header("Authorization", Credentials.basic(server.username(), server.password()))
        .header("User-Agent", "firedrill");
  }
}
