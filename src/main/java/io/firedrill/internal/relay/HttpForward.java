package io.firedrill.internal.relay;

import io.firedrill.internal.http.BasicAuth;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/**
 * Forwards requests to a server, each over its own connection. If the server cannot be reached, the
 * client's connection is closed.
 */
public final class HttpForward implements HttpService {

  private final URI server;
  private final Optional<String> authorization;

  /** Forwards requests to a server, with the user and password in its address. */
  public HttpForward(URI server) {
    this.server = server;
    this.authorization = BasicAuth.of(server);
  }

  @Override
  public HttpAnswer answer(HttpRequest request) {
    try (Socket socket = new Socket(server.getHost(), server.getPort());
        var connection = new DefaultBHttpClientConnection(HttpConnection.LIMITS)) {
      socket.setTcpNoDelay(true);
      connection.bind(socket);
      ClassicHttpRequest forwarded = forwarded(request);
      connection.sendRequestHeader(forwarded);
      connection.sendRequestEntity(forwarded);
      connection.flush();
      ClassicHttpResponse response = connection.receiveResponseHeader();
      connection.receiveResponseEntity(response);
      return new HttpAnswer.Now(read(response));
    } catch (IOException | HttpException e) {
      return new HttpAnswer.HangUp();
    }
  }

  private ClassicHttpRequest forwarded(HttpRequest request) {
    var forwarded = new BasicClassicHttpRequest(request.method(), request.target());
    request.headers().forEach(forwarded::setHeader);
    authorization.ifPresent(value -> forwarded.setHeader(BasicAuth.HEADER, value));
    forwarded.removeHeaders("Transfer-Encoding");
    forwarded.setHeader("Content-Length", request.body().length);
    forwarded.setHeader("Connection", "close");
    forwarded.setEntity(new ByteArrayEntity(request.body(), null));
    return forwarded;
  }

  private static HttpResponse read(ClassicHttpResponse response) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    Header contentType = response.getFirstHeader("Content-Type");
    if (contentType != null) {
      headers.put(contentType.getName(), contentType.getValue());
    }
    byte[] body =
        response.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(response.getEntity());
    return new HttpResponse(response.getCode(), headers, body);
  }
}
