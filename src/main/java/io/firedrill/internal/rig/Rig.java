package io.firedrill.internal.rig;

import io.firedrill.internal.clock.Patience;
import io.firedrill.internal.clock.VirtualClock;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A running Prometheus and, where asked for, an Alertmanager, both freshly booted, empty and
 * without rules or routes, standing still at {@link RigSpec#epoch()}. A rig serves one scenario and
 * is then closed.
 *
 * <p>Paths are relative to a directory of the rig's own, in which both servers run.
 */
public interface Rig extends AutoCloseable {

  /** The clock of both servers. */
  VirtualClock clock();

  /** The servers, Prometheus first. */
  List<Server> servers();

  /**
   * Where the test reaches a server, with the user and password that its API asks for; empty where
   * the rig has none of that kind.
   */
  Optional<URI> address(Server server);

  /**
   * Requires that a running server lives at the virtual time, which stands still.
   *
   * @throws RigException if its clock shows another
   * @throws java.io.UncheckedIOException if it does not answer
   */
  void requireVirtualTime(Server server);

  /** How long its servers may be silent. */
  Patience patience();

  /** A server's version, such as {@code 2.53.3+ds1}. */
  String version(Server server);

  /** Both versions and where they come from, for people. */
  String description();

  /**
   * Tells a server to end, and waits until it has; the time stands still.
   *
   * @throws RigException if it does not end
   */
  void stop(Server server);

  /**
   * Starts a server that was stopped, in the same way and upon the data that it left.
   *
   * @throws RigException if it does not start
   */
  void start(Server server);

  /**
   * What the rig knows of why its servers fail, such as a full disk, in a sentence for people; the
   * empty string where it knows nothing.
   */
  String ailment();

  /** A server's whole log; empty where the launcher has died. */
  String log(Server server);

  /** Ends the servers and removes all that they wrote. The clock is not this rig's any more. */
  @Override
  void close();
}
