package io.firedrill.alertmanager;

import java.nio.file.Path;
import java.util.List;

/** A user's Alertmanager configuration. */
public final class AlertmanagerConfig {

  private AlertmanagerConfig() {}

  /**
   * Reads a configuration file.
   *
   * @throws io.firedrill.source.InputException if the file cannot be read, or holds a receiver that
   *     cannot be captured
   */
  public static AlertmanagerConfig read(Path file) {
    throw new UnsupportedOperationException(file.toString());
  }

  /** The receivers' names, in the file's order. */
  public List<String> receivers() {
    throw new UnsupportedOperationException();
  }

  /**
   * The configuration with every receiver's endpoint replaced by {@code
   * http://127.0.0.1:PORT/RECEIVER/INTEGRATION/INDEX}.
   */
  public String redirectedTo(int port) {
    throw new UnsupportedOperationException();
  }
}
