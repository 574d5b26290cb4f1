package io.firedrill.internal.rig;

import io.firedrill.internal.clock.VirtualClock;
import java.net.URI;
import java.util.List;

/**
 * A place where a launcher and servers run. It serves one rig at a time, and can serve the next one
 * after its clock has been reset.
 */
public interface Place extends AutoCloseable {

  /** The launcher's clock. */
  VirtualClock clock();

  /** The servers' executables on the launcher's side. */
  InstalledServers servers();

  /**
   * Addresses for the servers of one rig, valid until the clock is reset.
   *
   * @throws RigException if there are not enough
   */
  List<Endpoint> endpoints(int count);

  /** Called when servers run in it from now on; those before are no longer of interest. */
  default void expectServers() {}

  /** Why servers fail in this place, in a human-readable sentence; empty if that is unknown. */
  String failureReason();

  /**
   * Reads a file below the launcher's directory after the launcher has died; returns the empty
   * string if that is impossible.
   */
  String left(String path);

  /** Ends the launcher and all its programs, and deletes all their files. Never throws. */
  @Override
  void close();

  /**
   * The address of a server.
   *
   * @param listen the host and port on which it listens
   * @param outside the address for the test
   */
  record Endpoint(String listen, URI outside) {}
}
