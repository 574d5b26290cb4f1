package io.firedrill.internal.clock;

/**
 * Handles relayed connections. The thread that reads the control connection calls the methods,
 * which must not block, and above all must not call commands of the clock.
 */
public interface RelayHandler {

  /** Leaves every connection unanswered, for clocks without relay ports. */
  RelayHandler NOBODY =
      new RelayHandler() {
        @Override
        public void opened(RelayConnection connection) {}

        @Override
        public void received(RelayConnection connection, byte[] bytes) {}

        @Override
        public void closed(RelayConnection connection) {}
      };

  /** A program has connected. */
  void opened(RelayConnection connection);

  /** The program has sent bytes. */
  void received(RelayConnection connection, byte[] bytes);

  /** The instant up to which the connection was answered has come. */
  default void due(RelayConnection connection) {
    connection.answered(connection.received());
  }

  /** The program has closed the connection. */
  void closed(RelayConnection connection);
}
