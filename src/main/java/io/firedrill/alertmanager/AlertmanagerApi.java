package io.firedrill.alertmanager;

import java.net.URI;

/** The HTTP API of one Alertmanager. */
public final class AlertmanagerApi {

  private AlertmanagerApi() {}

  /** The API of the server at an address, such as {@code http://127.0.0.1:9093}. */
  public static AlertmanagerApi at(URI server) {
    throw new UnsupportedOperationException(server.toString());
  }

  /** True once the server has started up; false while it starts or cannot be reached. */
  public boolean isReady() {
    throw new UnsupportedOperationException();
  }

  /**
   * Makes the server read its configuration again, and waits until it has.
   *
   * @throws AlertmanagerException with the server's own message where the configuration is not
   *     valid; the server then keeps what it had
   */
  public void reload() {
    throw new UnsupportedOperationException();
  }
}
