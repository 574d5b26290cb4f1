package io.firedrill.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * A proxy for a client that insists on HTTPS and takes any certificate: it takes the CONNECT, is
 * itself the host that was asked for, and hands each request to the sink.
 */
final class HttpsProxy {

  private static final byte[] CONNECTED =
      "HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** Made when first used, one for all: making a key takes a moment. */
  private static final class Tls {
    static final SSLSocketFactory SOCKETS =
        new HandshakeCertificates.Builder()
            .heldCertificate(new HeldCertificate.Builder().build())
            .build()
            .sslContext()
            .getSocketFactory();
  }

  private HttpsProxy() {}

  static void serve(Socket connection, InetSocketAddress sink) {
    try {
      InputStream in = connection.getInputStream();
      if (!awaitConnect(in)) {
        return;
      }
      connection.getOutputStream().write(CONNECTED);
      try (SSLSocket client = (SSLSocket) Tls.SOCKETS.createSocket(connection, in, false);
          Socket server = new Socket(sink.getAddress(), sink.getPort())) {
        forward(client, server);
      }
    } catch (IOException e) {
      // The client has hung up.
    }
  }

  /** Reads up to the empty line that ends the request to connect. */
  private static boolean awaitConnect(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int b = in.read(); b >= 0; b = in.read()) {
      head.append((char) b);
      if (head.indexOf("\r\n\r\n") >= 0) {
        return true;
      }
    }
    return false;
  }

  private static void forward(SSLSocket client, Socket server) throws IOException {
    HttpFraming requests = new HttpFraming();
    HttpFraming answers = new HttpFraming();
    byte[] buffer = new byte[8192];
    InputStream in = client.getInputStream();
    OutputStream out = client.getOutputStream();
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      for (byte[] request : requests.add(buffer, count)) {
        server.getOutputStream().write(request);
        out.write(answer(server.getInputStream(), answers));
      }
    }
  }

  private static byte[] answer(InputStream in, HttpFraming framing) throws IOException {
    byte[] buffer = new byte[8192];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      List<byte[]> complete = framing.add(buffer, count);
      if (!complete.isEmpty()) {
        return sendable(complete.get(0));
      }
    }
    throw new IOException("the sink has hung up");
  }

  /** There is no holding back here: who is not to answer at once hangs up. */
  private static byte[] sendable(byte[] answer) throws IOException {
    if (new String(answer, StandardCharsets.ISO_8859_1).contains(CaptureSink.HOLD)) {
      throw new IOException("the sink does not answer");
    }
    return answer;
  }
}
