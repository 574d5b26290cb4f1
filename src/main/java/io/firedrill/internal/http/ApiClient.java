package io.firedrill.internal.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Sends requests to one server, with the user and password in its address. Methods throw {@link
 * IOException} if the server does not answer within the wall-clock limit. Thread-safe.
 */
public final class ApiClient {

  // One client for all servers, because it owns threads and a pool of connections.
  private static final OkHttpClient CLIENT =
      new OkHttpClient.Builder().followRedirects(false).socketFactory(new PromptSockets()).build();

  private final URI address;
  private final HttpUrl server;
  private final Supplier<Duration> limit;

  /**
   * Creates a client for a server.
   *
   * @param server its root, such as {@code http://127.0.0.1:9090}
   * @param limit the wall-clock limit for connecting, and for each wait for a byte
   * @throws IllegalArgumentException if the address does not start with http:// or https://
   */
  public ApiClient(URI server, Supplier<Duration> limit) {
    HttpUrl url = HttpUrl.get(server);
    if (url == null) {
      throw new IllegalArgumentException("not an http address: " + server);
    }
    this.address = server;
    this.server = url.newBuilder().username("").password("").build();
    this.limit = limit;
  }

  /** Whether the server answers with a status 2xx; false without an answer. */
  public boolean isOk(String path) {
    try {
      return get(path).isSuccess();
    } catch (IOException e) {
      return false;
    }
  }

  public ApiAnswer get(String path) throws IOException {
    return send(request(path));
  }

  /** Sends a GET request with parameters, alternating names and values. */
  public ApiAnswer get(String path, String... namesAndValues) throws IOException {
    HttpUrl.Builder url = server.newBuilder().addPathSegments(path);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      url.addQueryParameter(namesAndValues[i], namesAndValues[i + 1]);
    }
    return send(request(path).url(url.build()));
  }

  /** Posts a form, with alternating names and values. */
  public ApiAnswer postForm(String path, String... namesAndValues) throws IOException {
    FormBody.Builder form = new FormBody.Builder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return send(request(path).post(form.build()));
  }

  /** Sends a POST request without a body. */
  public ApiAnswer post(String path) throws IOException {
    return send(request(path).post(RequestBody.create(new byte[0])));
  }

  public ApiAnswer post(String path, ApiBody body) throws IOException {
    Request.Builder request = request(path);
    body.headers().forEach(request::header);
    return send(request.post(RequestBody.create(body.content(), MediaType.get(body.mediaType()))));
  }

  public ApiAnswer delete(String path) throws IOException {
    return send(request(path).delete());
  }

  private Request.Builder request(String path) {
    Request.Builder request =
        new Request.Builder()
            .url(server.newBuilder().addPathSegments(path).build())
            .header("User-Agent", "firedrill");
    BasicAuth.of(address).ifPresent(value -> request.header(BasicAuth.HEADER, value));
    return request;
  }

  private ApiAnswer send(Request.Builder request) throws IOException {
    Duration now = limit.get();
    OkHttpClient client =
        CLIENT.newBuilder().connectTimeout(now).readTimeout(now).writeTimeout(now).build();
    try (Response response = client.newCall(request.build()).execute()) {
      return new ApiAnswer(response.code(), response.body().string());
    }
  }
}
