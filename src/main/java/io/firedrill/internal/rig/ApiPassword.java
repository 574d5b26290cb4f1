package io.firedrill.internal.rig;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.firedrill.internal.clock.VirtualClock;
import java.net.URI;

/**
 * The password of the servers' APIs. Without it, every user of the machine could add samples or
 * alerts to the run.
 */
final class ApiPassword {

  /** The file for {@code --web.config.file}, below the rig's directory. */
  static final String FILE = "web.yml";

  private static final String USER = "firedrill";
  // The cost can be minimal because the password is random, and the servers hash it for every
  // request.
  private static final int LOWEST_COST = 4;

  private static final ApiPassword OF_THIS_JVM = new ApiPassword(VirtualClock.newToken());

  private final String password;
  private final String hash;

  private ApiPassword(String password) {
    this.password = password;
    this.hash = BCrypt.withDefaults().hashToString(LOWEST_COST, password.toCharArray());
  }

  /** The password for all rigs of this JVM. */
  static ApiPassword ofThisJvm() {
    return OF_THIS_JVM;
  }

  /** The content of {@link #FILE}. */
  String configuration() {
    return "basic_auth_users: {%s: '%s'}\n".formatted(USER, hash);
  }

  /** The address of a server, with user and password. */
  URI in(URI address) {
    return URI.create(address.getScheme() + "://" + in(address.getAuthority()));
  }

  /** Host and port, with user and password. */
  String in(String hostAndPort) {
    return USER + ":" + password + "@" + hostAndPort;
  }
}
