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
 * Requests to one server, with the user and password that its address names. Each throws {@link
 * IOException} where the server does not answer within the limit, in wall-clock time. Safe for use
 * by several threads.
 */
public final class ApiClient {

  // One client for all servers: it holds the threads and the pool of connections.
  private static final OkHttpClient CLIENT =
      new OkHttpClient.Builder().followRedirects(false).socketFactory(new PromptSockets()).build();

  private final URI address;
  private final HttpUrl server;
  private final Supplier<Duration> limit;

  /**
   * Requests to a server.
   *
   * @param server its root, such as {@code http://127.0.0.1:9090}
   * @param limit how long it may take to connect, and to send a byte
   * @throws IllegalArgumentException if the address is not one of HTTP
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

  /** True where the server answers 2xx; false for every other answer, and for none. */
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

  /** Gets with arguments: name, value, name, value and so on. */
  public ApiAnswer get(String path, String... namesAndValues) throws IOException {
    HttpUrl.Builder url = server.newBuilder().addPathSegments(path);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      url.addQueryParameter(namesAndValues[i], namesAndValues[i + 1]);
    }
    return send(request(path).url(url.build()));
  }

  /** Posts a form, from name, value, name, value and so on. */
  public ApiAnswer postForm(String path, String... namesAndValues) throws IOException {
    FormBody.Builder form = new FormBody.Builder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return send(request(path).post(form.build()));
  }

  /** Posts nothing. */
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
