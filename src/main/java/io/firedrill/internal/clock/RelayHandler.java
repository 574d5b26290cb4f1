package io.firedrill.internal.clock;

/**
 * What becomes of relayed connections. Called by the thread that reads the control connection: must
 * not wait for anything, least of all for a command of the clock.
 */
public interface RelayHandler {

  /** Leaves every connection unanswered: for when there are no relay ports. */
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

  /** Bytes from the program. */
  void received(RelayConnection connection, byte[] bytes);

  /** The time has come up to which the connection was answered. */
  default void due(RelayConnection connection) {
    connection.answered(connection.received());
  }

  /** The program has hung up. */
  void closed(RelayConnection connection);
}
