package io.firedrill.internal.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.firedrill.internal.alertmanager.LoggedTrouble.GivenUp;
import io.firedrill.internal.alertmanager.LoggedTrouble.Warning;
import io.firedrill.model.Labels;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoggedTroubleTest {

  private static final Instant AT_30S = Instant.parse("1970-01-01T00:00:30Z");

  @Test
  void readsTheLogOf025() {
    String log =
        """
        ts=1970-01-01T00:00:30.000Z caller=notify.go:732 level=warn component=dispatcher \
        receiver=lifeguard integration=telegram[0] msg="Notify attempt failed, will retry later" \
        attempts=1 err="telegram: Bad Request: message text is empty (400)"
        ts=1970-01-01T00:00:30.000Z caller=dispatch.go:352 level=error component=dispatcher \
        msg="Notify for alerts failed" num_alerts=1 err="lifeguard/telegram[0]: notify retry \
        canceled after 18 attempts: telegram: Bad Request: message text is empty (400); a/b/c/sns[1]: \
        notify retry canceled due to unrecoverable error after 1 attempts: Post \\"http://127.0.0.1:4711/\
        a/webhook/0\\": dial tcp 127.0.0.1:4711: connect: connection refused"
        """;

    assertThat(LoggedTrouble.read(log).givenUp())
        .containsExactly(
            new GivenUp(
                AT_30S,
                "lifeguard",
                "telegram",
                0,
                Labels.empty(),
                "telegram: Bad Request: message text is empty (400)",
                GivenUp.Kind.AFTER_RETRIES),
            new GivenUp(
                AT_30S,
                "a/b/c",
                "sns",
                1,
                Labels.empty(),
                "Post \"RECEIVER\": dial tcp RECEIVER: connect: connection refused",
                GivenUp.Kind.AT_ONCE));
  }

  @Test
  void readsTheGroupAndEachIntegrationOf034() {
    String log =
        """
        time=1970-01-01T00:00:30.000Z level=ERROR source=dispatch.go:589 msg="Notify for alerts \
        failed" component=dispatcher aggrGroup="{}/{team=\\"a:{b}\\"}:{alertname=\\"A\\", q=\\"x\\\\\\"y\\"}" \
        num_alerts=1 err="j/jira[0]: notify retry canceled due to unrecoverable error after 1 attempts: \
        no: such thing\\nj/webhook[2]: notify retry canceled due to unrecoverable error after 1 attempts: \
        context deadline exceeded"
        """;

    assertThat(LoggedTrouble.read(log).givenUp())
        .extracting(GivenUp::integration, GivenUp::index, GivenUp::reason, GivenUp::group)
        .containsExactly(
            tuple("jira", 0, "no: such thing", Labels.of("alertname", "A", "q", "x\"y")),
            tuple(
                "webhook",
                2,
                "context deadline exceeded",
                Labels.of("alertname", "A", "q", "x\"y")));
  }

  @Test
  void readsWarningsOfALoadingButNotOfAMereCheck() {
    String load =
        """
        time=1970-01-01T00:00:30.000Z level=INFO source=c.go:112 msg="Loading configuration file" file=a
        time=1970-01-01T00:00:30.000Z level=WARN source=parse.go:176 msg="a new parser" input="a=b" origin=config
        time=1970-01-01T00:00:30.000Z level=INFO source=c.go:125 msg="Completed loading of configuration file" file=a
        """;
    String check =
        load
            + "time=1970-01-01T00:00:30.000Z level=ERROR msg=\"one or more\""
            + " err=\"function firedrill_only_checks_this_copy not defined\"\n";
    String later =
        "time=1970-01-01T00:00:40.000Z level=WARN source=c.go msg=\"decode broadcast\" err=x\n";

    Warning warning = new Warning(AT_30S, "a new parser (input: a=b, origin: config)");
    assertThat(LoggedTrouble.read(load + later).warnings()).containsExactly(warning);
    assertThat(LoggedTrouble.read(check).warnings()).isEmpty();
    assertThat(LoggedTrouble.read(check + load + load).warnings()).containsExactly(warning);
  }

  @Test
  void ignoresALineThatIsCutOff() {
    assertThat(LoggedTrouble.read("ts=1970 level=error msg=\"Notify for al").givenUp()).isEmpty();
    assertThat(LoggedTrouble.read("x level=error \n level=error y\n").warnings()).isEmpty();
  }
}
