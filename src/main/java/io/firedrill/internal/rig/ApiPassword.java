package io.firedrill.internal.rig;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.firedrill.internal.clock.VirtualClock;
import java.net.URI;

/**
 * What the servers' APIs ask of every request. Every user of the machine can connect to them, and a
 * stranger's sample or alert would be part of the run.
 */
final class ApiPassword {

  /** The file, below the rig's directory, that tells the servers; {@code --web.config.file}. */
  static final String FILE = "web.yml";

  private static final String USER = "firedrill";
  // Nobody guesses the password whatever a guess costs, and the servers hash it, too.
  private static final int LOWEST_COST = 4;

  private static final ApiPassword OF_THIS_JVM = new ApiPassword(VirtualClock.newToken());

  private final String password;
  private final String hash;

  private ApiPassword(String password) {
    this.password = password;
    this.hash = BCrypt.withDefaults().hashToString(LOWEST_COST, password.toCharArray());
  }

  /** One for all rigs of this JVM. */
  static ApiPassword ofThisJvm() {
    return OF_THIS_JVM;
  }

  /** The content of {@link #FILE}. */
  String configuration() {
    return "basic_auth_users: {%s: '%s'}\n".formatted(USER, hash);
  }

  /** The address of a server, with what it asks for. */
  URI in(URI address) {
    return URI.create(address.getScheme() + "://" + in(address.getAuthority()));
  }

  /** Host and port, with what the server asks for. */
  String in(String hostAndPort) {
    return USER + ":" + password + "@" + hostAndPort;
  }
}
