package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.cli.Cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {

  private static final String RULES =
      Cli.RULES
          + """
            - {alert: WorkersGone, expr: absent(workers), labels: {team: ml}}
            - {record: queue:length:sum, expr: sum(queue_length)}
          """;

  private static final String ROUTES =
      Cli.ROUTES
          .replace(
              "receivers:",
              """
                - matchers: [team="ml"]
                  receiver: everybody
                  mute_time_intervals: [always]
              time_intervals:
              - {name: always, time_intervals: [{times: [{start_time: '00:00', end_time: '24:00'}]}]}
              receivers:""")
          .replace("group_wait: 30s", "group_wait: 30s\n  group_interval: 5m");

  @TempDir private Path directory;

  private Cli cli;

  @BeforeEach
  void files() {
    cli =
        Cli.in(directory)
            .write("rules.yml", RULES)
            .write("routes.yml", ROUTES)
            .write("week.csv", week());
  }

  /** A queue that is full from 8:01 to 8:10, and again from 8:16 to 8:25. */
  private static String week() {
    StringBuilder rows =
        new StringBuilder("time,\"queue_length{queue=\"\"orders\"\"}\",queue:length:sum\n");
    for (int minute = 0; minute <= 40; minute++) {
      boolean full = minute >= 1 && minute <= 10 || minute >= 16 && minute <= 25;
      Instant time = Instant.parse("2026-03-02T08:00:00Z").plus(Duration.ofMinutes(minute));
      rows.append(time).append(full ? ",200,1\n" : ",50,1\n");
    }
    return rows.toString();
  }

  private Run replay(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "replay";
    for (int i = 0; i < arguments.length; i++) {
      all[i + 1] = arguments[i].replace("DIR", directory.toString());
    }
    return cli.run(all);
  }

  // Full for two minutes at 8:03, then group_wait: 30s. The group is flushed every 5m: resolved at
  // 8:11, notified at 8:13:30. Then the group is removed, and the next alert starts a new one.
  @Test
  void showsTheNotifications() {
    Run run =
        replay(
            "DIR/week.csv", "--rules", "DIR/r*es.yml", "--alertmanager-config", "DIR/routes.yml");

    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.BAD_INPUT);
    run =
        replay(
            "DIR/week.csv",
            "--rules",
            "DIR/rule*.yml",
            "--alertmanager-config",
            "DIR/routes.yml",
            "--max-notifications",
            "3",
            "--json",
            "DIR/out/replay.json",
            "--markdown",
            "DIR/out/replay.md",
            "--report",
            "DIR/out",
            "--record",
            "DIR/out/record.json");

    assertThat(run.out())
        .isEqualTo(
            """
            SERVERS
            2026-03-02T08:03:30Z  webhook data-oncall  firing  {alertname="QueueFull"}  1 alert
            2026-03-02T08:13:30Z  webhook data-oncall  resolved  {alertname="QueueFull"}  1 alert
            2026-03-02T08:18:30Z  webhook data-oncall  firing  {alertname="QueueFull"}  1 alert
            2026-03-02T08:28:30Z  webhook data-oncall  resolved  {alertname="QueueFull"}  1 alert

            2026-03-02T08:00:00Z to 2026-03-02T08:40:00Z: 41 samples of 1 series
            alerts fired 3 times; 4 notifications: 2 firing, 2 resolved

            notifications                                          firing   resolved
              webhook data-oncall                                       2          2
              not notified: everybody

            noisiest alerts                                      notified      fired     series        for
              QueueFull                                                 2          2          1        16m
              WorkersGone                                               0          1          1        40m

            notifications per day, UTC
              Mon 2026-03-02     4 ########################################

            notifications per hour of the day, UTC
              08:00              4 ########################################

            flapped: fired again within an hour of being resolved
              QueueFull{queue="orders", team="data"}  once, first at 2026-03-02T08:03:00Z

            fired without a notification
              WorkersGone{team="ml"}  once, first at 2026-03-02T08:00:00Z

            """);
    assertThat(run.err())
        .isEqualTo(
            """
            DIR/rules.yml:9:32: warning: the recording has no "workers", which rule WorkersGone reads
            not fed, because the rules produce it: queue:length:sum
            firedrill: 4 notifications, and --max-notifications allows 3
            """);
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(directory.resolve("out/replay.json"))
        .content()
        .contains("\"messages\" : 4")
        .contains("\"firing_seconds\" : 960");
    assertThat(directory.resolve("out/replay.md"))
        .content()
        .contains("| data-oncall | webhook | 2 | 2 |");
    assertThat(directory.resolve("out/index.html")).content().contains("data-oncall");
    assertThat(directory.resolve("out/record.json")).content().contains("\"name\" : \"replay\"");
  }

  @Test
  void comparesTwoVersions() throws IOException {
    cli.write(
        "base/rules/ingestion.yml",
        Files.readString(Path.of("rules/ingestion.yml")).replace("for: 15m", "for: 20m"));
    cli.write(
        "failed.om",
        """
        pipeline_job_success_status{pipeline="ingestion",source="quotes"} 0 1772438400
        pipeline_job_success_status{pipeline="ingestion",source="quotes"} 0 1772438640
        pipeline_job_success_status{pipeline="ingestion",source="quotes"} 0 1772438880
        pipeline_job_success_status{pipeline="ingestion",source="quotes"} 0 1772439120
        pipeline_job_success_status{pipeline="ingestion",source="quotes"} 0 1772439360
        pipeline_job_success_status{pipeline="ingestion",source="quotes"} 0 1772439600
        pipeline_job_success_status{pipeline="ingestion",source="quotes"} 0 1772439840
        # EOF
        """);

    Run run = replay("DIR/failed.om", "--rules", "rules/ingestion.yml", "--against", "DIR/base");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains(
            "2026-03-02T08:00:00Z to 2026-03-02T08:24:00Z under DIR/base: 7 samples of 1 series")
        .contains("alerts fired once; without routes, there are no notifications")
        .contains("under the working tree: 7 samples")
        .contains(
            "from DIR/base to the working tree\n  ~ 0s (2026-03-02T08:00:00Z)  DataIngestionFailed{")
        .endsWith("firing  20m -> 15m, 5m earlier\n1 difference\n");

    assertThat(
            replay("DIR/failed.om", "--rules", "rules/watchdog.yaml", "--against", "DIR/base")
                .err())
        .isEqualTo("firedrill: there is no file \"DIR/base/rules/watchdog.yaml\"\n");
    assertThat(replay("DIR/failed.om", "--rules", "rules/ingestoin.yml").err())
        .isEqualTo(
            "firedrill: there is no file \"rules/ingestoin.yml\"; did you mean"
                + " \"rules/ingestion.yml\"?\n");
  }

  @Test
  void reportsDataThatCannotBeReplayed() {
    assertThat(replay("DIR/week.csv", "--rules", "DIR/rules.yml", "--from", "yesterday").err())
        .startsWith(
            "firedrill: Invalid value for option '--from': expected a time such as"
                + " 2026-03-02T08:00:00Z, or Unix seconds: yesterday");
    assertThat(
            replay("DIR/week.csv", "--rules", "DIR/rules.yml", "--from", "2026-03-03T00:00:00Z")
                .err())
        .contains("a run that starts at 2026-03-03T00:00:00Z cannot end at 2026-03-02T08:40:00Z");
    assertThat(replay("DIR/week.csv").err()).contains("--rules");
    assertThat(replay("DIR/none.csv", "--rules", "DIR/rules.yml").err())
        .isEqualTo("DIR/none.csv:1:1: error: cannot read the file: it does not exist\n");
  }
}
