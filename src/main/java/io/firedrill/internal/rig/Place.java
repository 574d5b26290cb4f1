package io.firedrill.internal.rig;

import io.firedrill.internal.clock.VirtualClock;
import java.net.URI;
import java.util.List;

/**
 * Somewhere that a launcher and the servers run: serves one rig at a time, and the next once its
 * clock has been reset.
 */
public interface Place extends AutoCloseable {

  /** The launcher's clock. */
  VirtualClock clock();

  /** The servers' executables, as the launcher finds them. */
  InstalledServers servers();

  /**
   * Addresses for the servers of one rig, each for one server; good until the clock is reset.
   *
   * @throws RigException if there are not so many
   */
  List<Endpoint> endpoints(int count);

  /**
   * What the place knows of why servers fail in it, in a sentence for people; the empty string
   * where it knows nothing.
   */
  String ailment();

  /**
   * A file below the launcher's directory, for when the launcher does not give it any more; the
   * empty string where there is no other way to it.
   */
  String left(String path);

  /** Ends the launcher and all that it started, and leaves nothing behind. Never throws. */
  @Override
  void close();

  /**
   * The address of a server.
   *
   * @param listen host and port where it listens
   * @param outside where the test reaches it
   */
  record Endpoint(String listen, URI outside) {}
}
