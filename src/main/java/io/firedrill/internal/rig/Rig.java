package io.firedrill.internal.rig;

import io.firedrill.internal.clock.Patience;
import io.firedrill.internal.clock.VirtualClock;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Running Prometheus and Alertmanager servers. They are as after their boot, without data, rules
 * and routes, and their clock is stopped at {@link RigSpec#epoch()}. A rig is used for one scenario
 * and then closed.
 *
 * <p>Paths are relative to the rig's own directory, in which all servers run.
 */
public interface Rig extends AutoCloseable {

  /** The clock of the servers. */
  VirtualClock clock();

  /** The servers, Prometheus first. */
  List<Server> servers();

  /**
   * The address of a server for the test, with user and password; empty if the rig has no such
   * server.
   */
  Optional<URI> address(Server server);

  /**
   * Checks that a running server sees the virtual time, while time does not advance.
   *
   * @throws RigException if its clock shows another time
   * @throws java.io.UncheckedIOException if it does not answer
   */
  void requireVirtualTime(Server server);

  /** The limit for answers of its servers. */
  Patience patience();

  /** A server's version, such as {@code 2.53.3+ds1}. */
  String version(Server server);

  /** The servers' versions and origins, for messages. */
  String description();

  /**
   * Ends a server and waits until it has ended.
   *
   * @throws RigException if it does not end
   */
  void stop(Server server);

  /**
   * Starts a stopped server again, with its configuration and data.
   *
   * @throws RigException if it does not start
   */
  void start(Server server);

  /**
   * Why servers fail in this rig, such as a full disk, in a human-readable sentence; the empty
   * string if that is unknown.
   */
  String failureReason();

  /** A server's whole log; empty if the launcher has died. */
  String log(Server server);

  /** The file in which an Alertmanager has to record events; empty where it records none. */
  Optional<String> eventFile(Server server);

  /** All events that it has recorded; empty where it records none. */
  Optional<String> events(Server server);

  /**
   * Keeps the servers as they are at this instant, so that the rig can return to it: one past with
   * several futures. The rig itself continues. Connections to and from the servers end, and are
   * opened again by whoever needs them; relay ports stay.
   *
   * @throws RigException if the servers cannot be forked; they have then ended
   */
  Branch branch();

  /** An instant of a rig. It must be closed before its rig. */
  interface Branch extends AutoCloseable {

    /**
     * Ends the servers, and continues the rig from this instant: with the servers' memory and files
     * as they were then.
     *
     * @throws io.firedrill.internal.clock.ClockException if that fails; the servers have ended
     */
    void resume();

    /** Forgets the instant. The rig continues. */
    @Override
    void close();
  }

  /** Ends the servers and deletes their files. The clock must not be used afterwards. */
  @Override
  void close();
}
