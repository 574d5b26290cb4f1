package io.firedrill.alertmanager;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * The HTTP API of one Alertmanager. The timeouts are wall-clock time: 30 s to connect and 30 s
 * without a byte. Safe for use by several threads.
 */
public final class AlertmanagerApi {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int LONGEST_MESSAGE = 2000;

  // One client for all servers: it holds the threads and the pool of connections.
  private static final OkHttpClient CLIENT =
      new OkHttpClient.Builder()
          .connectTimeout(TIMEOUT)
          .readTimeout(TIMEOUT)
          .writeTimeout(TIMEOUT)
          .followRedirects(false)
          .build();

  private final HttpUrl server;

  private AlertmanagerApi(HttpUrl server) {
    this.server = server;
  }

  /**
   * The API of the server at an address.
   *
   * @param server the server's root, such as {@code http://127.0.0.1:9093}
   */
  public static AlertmanagerApi at(URI server) {
    HttpUrl url = HttpUrl.get(server);
    if (url == null) {
      throw new IllegalArgumentException("not an http address: " + server);
    }
    return new AlertmanagerApi(url);
  }

  /** True once the server has started up; false while it starts or cannot be reached. */
  public boolean isReady() {
    try (Response response = CLIENT.newCall(request("-/ready").build()).execute()) {
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
    String what = "reload of Alertmanager's configuration";
    Request request = request("-/reload").post(RequestBody.create(new byte[0])).build();
    try (Response response = CLIENT.newCall(request).execute()) {
      String body = response.body().string().strip();
      if (!response.isSuccessful()) {
        String message = body.substring(0, Math.min(body.length(), LONGEST_MESSAGE));
        throw new AlertmanagerException(what, response.code(), message);
      }
    } catch (IOException e) {
      throw new AlertmanagerException(what, e);
    }
  }

  private Request.Builder request(String path) {
    return new Request.Builder()
        .url(server.newBuilder().addPathSegments(path).build())
        .header("User-Agent", "firedrill");
  }
}
