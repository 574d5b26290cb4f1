package io.firedrill.internal.rig;

import io.firedrill.internal.clock.Program.Alias;
import java.util.List;
import java.util.Map;

/**
 * The two servers of a place.
 *
 * @param description both versions and their origins, for messages; equal for equal executables
 */
public record InstalledServers(
    InstalledServer prometheus, InstalledServer alertmanager, String description) {

  /**
   * A server's executable.
   *
   * @param executable its absolute path on the launcher's side
   * @param version such as {@code 2.53.3+ds1}
   * @param aliases files that must be redirected so that it runs
   * @param environment the environment variables of its installation; Firedrill's take precedence
   */
  public record InstalledServer(
      String executable, String version, List<Alias> aliases, Map<String, String> environment) {

    public InstalledServer {
      environment = Map.copyOf(environment);
      aliases = List.copyOf(aliases);
    }
  }

  InstalledServer of(Server server) {
    return switch (server.kind()) {
      case PROMETHEUS -> prometheus;
      case ALERTMANAGER -> alertmanager;
    };
  }
}
