package io.firedrill.internal.relay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A proxy that accepts CONNECT and itself acts as the requested host. */
final class HttpsProxy {

  private static final byte[] CONNECTED =
      "HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** Created once, on first use, because generating a key takes time. */
  private static final class Tls {
    static final SSLSocketFactory SOCKETS =
        new HandshakeCertificates.Builder()
            .heldCertificate(new HeldCertificate.Builder().build())
            .build()
            .sslContext()
            .getSocketFactory();
  }

  private HttpsProxy() {}

  static void serve(RelayedSocket connection, HttpService service) {
    try {
      InputStream in = connection.getInputStream();
      if (!awaitConnect(in)) {
        return;
      }
      connection.getOutputStream().write(CONNECTED);
      try (SSLSocket client = (SSLSocket) Tls.SOCKETS.createSocket(connection, in, false)) {
        new HttpConnection(connection, service).serve(client);
      }
    } catch (IOException e) {
      // The client has disconnected.
    }
  }

  /** Reads up to the empty line that ends the CONNECT request. */
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
}
