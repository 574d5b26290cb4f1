package io.firedrill.internal.rig;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions of the servers that users get by default, and the newest that were tried. */
public final class ServerVersions {

  /** The default Prometheus. */
  public static final String DEFAULT_PROMETHEUS = "3.16.0";

  /** The default Alertmanager. */
  public static final String DEFAULT_ALERTMANAGER = "0.35.0";

  /** The newest Prometheus that all tests ran with. */
  public static final String TRIED_PROMETHEUS = "3.14";

  /** The newest Alertmanager that all tests ran with. */
  public static final String TRIED_ALERTMANAGER = "0.34";

  private static final Pattern SERVER =
      Pattern.compile("(Prometheus|Alertmanager) v?(\\d{1,4})\\.(\\d{1,4})(\\S*)");

  private static final Pattern VERSION = Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})");

  private ServerVersions() {}

  /**
   * A warning for each server that is newer than any that was tried.
   *
   * @param description the servers with their versions, as in {@link RigFactory#description()}
   */
  public static List<String> warnings(String description) {
    List<String> warnings = new ArrayList<>();
    Matcher server = SERVER.matcher(description);
    while (server.find()) {
      String tried = server.group(1).equals("Prometheus") ? TRIED_PROMETHEUS : TRIED_ALERTMANAGER;
      String[] numbers = tried.split("\\.");
      int major = Integer.compare(number(server.group(2)), number(numbers[0]));
      int minor = Integer.compare(number(server.group(3)), number(numbers[1]));
      if (major > 0 || major == 0 && minor > 0) {
        warnings.add(
            "warning: "
                + server.group().replaceAll("[,;]$", "")
                + " is newer than "
                + tried
                + ", the newest that was tried; \"firedrill doctor\" checks what it relies on");
      }
    }
    return warnings;
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }

  /** Whether a version is at least another one; both such as {@code 3.14.0+ds1} or {@code 3.14}. */
  public static boolean isAtLeast(String version, String least) {
    Matcher own = VERSION.matcher(version);
    Matcher other = VERSION.matcher(least);
    if (!own.lookingAt() || !other.lookingAt()) {
      return true;
    }
    int major = Integer.compare(number(own.group(1)), number(other.group(1)));
    return major > 0 || major == 0 && number(own.group(2)) >= number(other.group(2));
  }
}
