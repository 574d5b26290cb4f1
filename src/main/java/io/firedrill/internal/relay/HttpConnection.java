package io.firedrill.internal.relay;

import java.io.IOException;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.io.HttpServerRequestHandler.ResponseTrigger;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.ResponseConnControl;
import org.apache.hc.core5.http.protocol.ResponseContent;

/** HTTP/1.1 on one connection, until its end. */
final class HttpConnection {

  /** There is no Date header, because it would contain the real time. */
  private static final HttpProcessor HEADERS =
      HttpProcessorBuilder.create()
          .addAll(new ResponseContent(), new ResponseConnControl())
          .build();

  /** A header or a query may contain all alerts of a group. */
  static final Http1Config LIMITS = Http1Config.custom().setMaxLineLength(1 << 24).build();

  private final RelayedSocket relayed;
  private final HttpService service;

  /**
   * @param relayed the connection, also where what is served is a stream within it
   */
  HttpConnection(RelayedSocket relayed, HttpService service) {
    this.relayed = relayed;
    this.service = service;
  }

  /** Serves the connection itself, or a stream within it. */
  void serve(Socket stream) {
    var requests =
        new org.apache.hc.core5.http.impl.io.HttpService(
            HEADERS, (request, trigger, context) -> answer(request, trigger));
    try (var connection = new DefaultBHttpServerConnection(null, LIMITS)) {
      connection.bind(stream);
      while (connection.isOpen()) {
        requests.handleRequest(connection, HttpCoreContext.create());
      }
    } catch (IOException | HttpException e) {
      // The client has disconnected, or does not use HTTP.
    }
  }

  private void answer(ClassicHttpRequest request, ResponseTrigger trigger)
      throws IOException, HttpException {
    HttpAnswer answer = service.answer(read(request));
    if (answer instanceof HttpAnswer.Now now) {
      send(now.response(), trigger);
    } else if (answer instanceof HttpAnswer.At later) {
      relayed.pauseUntil(later.time());
      send(later.response(), trigger);
      later.sent().run();
    } else if (answer instanceof HttpAnswer.Never) {
      relayed.awaitEnd();
      throw new IOException("the client has disconnected");
    } else {
      throw new IOException("connection closed on purpose");
    }
  }

  private static HttpRequest read(ClassicHttpRequest request) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    for (Header header : request.getHeaders()) {
      headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
    }
    byte[] body =
        request.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(request.getEntity());
    String host = request.getAuthority() == null ? "" : request.getAuthority().toString();
    return new HttpRequest(request.getMethod(), host, request.getPath(), headers, body);
  }

  private static void send(HttpResponse response, ResponseTrigger trigger)
      throws IOException, HttpException {
    var message = new BasicClassicHttpResponse(response.status());
    response.headers().forEach(message::setHeader);
    message.setEntity(new ByteArrayEntity(response.body(), null));
    trigger.submitResponse(message);
  }
}
