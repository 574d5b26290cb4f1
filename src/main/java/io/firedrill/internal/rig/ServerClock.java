package io.firedrill.internal.rig;

import io.firedrill.internal.clock.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the clock of a server: {@code time()} of Prometheus, the Date header of Alertmanager. */
final class ServerClock {

  private static final String TIME = "/api/v1/query?query=time()";
  private static final Pattern RESULT = Pattern.compile("\"result\":\\[[^,]+,\"([-0-9.]+)\"]");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Pattern DATE_HEADER =
      Pattern.compile("^Date: (.+?)\r?$", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

  private ServerClock() {}

  /**
   * Checks that a server sees the virtual time, while time does not advance.
   *
   * @throws RigException if it sees another time
   * @throws UncheckedIOException if it does not answer
   */
  static void require(Server server, URI address, Instant virtual, Patience patience) {
    boolean exact = server.kind() == Server.Kind.PROMETHEUS;
    Instant shown;
    try {
      String answer = BareRequest.get(address, exact ? TIME : "/-/ready", patience.now());
      shown = exact ? time(answer) : date(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(server + " does not report its time: " + e.getMessage(), e);
    }
    Duration unit = exact ? Duration.ofMillis(1) : Duration.ofSeconds(1);
    // Before 1970, fractions of a millisecond are rounded up.
    Instant latest =
        virtual
            .plus(ServerPrograms.PROMETHEUS_LEAD)
            .plusNanos(exact ? 999_999 : 0)
            .truncatedTo(exact ? ChronoUnit.MILLIS : ChronoUnit.NANOS);
    if (shown.isAfter(latest) || !shown.plus(unit).isAfter(virtual)) {
      throw new RigException(
          """
          %s is not at the virtual time: its clock shows %s, the test's %s.
          The process that answers does not run under the virtual clock. Ways out:
          - name the server's own executable
          - in a script, start the server with exec"""
              .formatted(server, shown, virtual));
    }
  }

  private static Instant time(String answer) throws IOException {
    BigDecimal seconds = new BigDecimal(find(RESULT, answer, "time()"));
    return Instant.EPOCH.plusMillis(seconds.movePointRight(3).longValue());
  }

  private static Instant date(String answer) throws IOException {
    return DATE.parse(find(DATE_HEADER, answer, "date"), Instant::from);
  }

  private static String find(Pattern pattern, String answer, String what) throws IOException {
    Matcher matcher = pattern.matcher(answer);
    if (!matcher.find()) {
      throw new IOException(
          "no " + what + " in " + answer.lines().findFirst().orElse("its answer"));
    }
    return matcher.group(1);
  }
}
