package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.model.Labels;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads an item of {@code tests}. */
final class TestReader {

  private static final String NOTIFICATION_TEST = "notification_test";
  private static final List<String> PROMTOOL_KEYS =
      List.of(
          "name",
          "interval",
          "start_timestamp",
          "input_series",
          "alert_rule_test",
          "promql_expr_test",
          "external_labels",
          "external_url");
  private static final List<String> OWN_KEYS =
      List.of(
          "run_for",
          "alert_state_test",
          NOTIFICATION_TEST,
          FailureTests.KEY,
          RouteTests.KEY,
          "targets",
          "actions",
          "expect",
          "unread_series",
          "without_samples");

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

  /**
   * The shared settings of the tests of a file.
   *
   * @param evaluationInterval the time from one evaluation to the next
   * @param strict whether expectations must cover everything that happens
   * @param servers the names of the servers that they run on
   * @param externalLabels the external labels, to which those of a test are added
   * @param seriesFiles the series that every test has
   * @param targets the targets that every test has
   * @param snapshots the snapshots of the file
   */
  record Common(
      Duration evaluationInterval,
      boolean strict,
      List<String> servers,
      Labels externalLabels,
      SeriesFiles seriesFiles,
      FileTargets targets,
      SnapshotReader snapshots) {}

  private final Reading reading;
  private final Common common;

  TestReader(Reading reading, Common common) {
    this.reading = reading;
    this.common = common;
  }

  /** Reads a test, the {@code index}-th of its file, from 0. */
  Optional<Scenario> read(YamlNode node, int index) {
    List<String> known = new ArrayList<>(PROMTOOL_KEYS);
    known.addAll(OWN_KEYS);
    return reading.fields(node, "a test", known).map(fields -> read(fields, index));
  }

  private Scenario read(Fields fields, int index) {
    reading.note(fields, OWN_KEYS);
    String name = fields.text("name").strip(); // A block scalar ends with a line end.
    Duration interval =
        fields.duration("interval").filter(d -> !d.isZero()).orElse(common.evaluationInterval());
    Instant start = start(fields);
    Optional<Duration> runFor = fields.duration("run_for");
    PromtoolTests promtool = new PromtoolTests(reading);
    DrillTests drill = new DrillTests(reading, runFor);
    Scenario unfed =
        new Scenario(
            name.isEmpty() ? "unnamed#" + index : name,
            fields.position(),
            new ScenarioTimes(start, interval, runFor),
            new ScenarioInput(
                List.of(),
                List.of(),
                new ActionReader(reading, common.servers()).read(fields, runFor),
                new Meant(names(fields, "unread_series"), names(fields, "without_samples"))),
            new Expectations(
                promtool.alertTests(fields),
                promtool.promqlTests(fields),
                drill.alertStateTests(fields),
                drill.notificationTests(fields),
                new FailureTests(reading).read(fields),
                Optional.empty(),
                new RouteTests(reading, Optional.of(start)).read(fields.items(RouteTests.KEY))),
            common.externalLabels().merge(reading.labels(fields, "external_labels")),
            fields.text("external_url"));
    checkAlertmanager(fields);
    checkRunFor(fields, unfed);
    common.snapshots().read(fields, unfed);
    List<InputSeries> own =
        new InputSeriesReader(reading, unfed).read(fields.items("input_series"));
    return unfed.with(common.seriesFiles().with(own, unfed), common.targets().with(fields, unfed));
  }

  private static List<YamlScalar> names(Fields fields, String key) {
    return fields.items(key).stream()
        .flatMap(item -> fields.scalar(item, "a name").stream())
        .toList();
  }

  /**
   * Without an Alertmanager there are never notifications, so such an expectation checks nothing.
   */
  private void checkAlertmanager(Fields fields) {
    if (common.servers().contains("alertmanager")) {
      return;
    }
    Stream.of(NOTIFICATION_TEST, FailureTests.KEY, RouteTests.KEY)
        .filter(fields::has)
        .forEach(
            key ->
                reading
                    .problems()
                    .error(
                        fields.key(key),
                        "\"" + key + "\" needs an Alertmanager",
                        ActionReader.ALERTMANAGER_HINT));
  }

  private void checkRunFor(Fields fields, Scenario scenario) {
    if (scenario.runFor().isEmpty()
        && scenario.runLength().isZero()
        && looksAtTheWholeRun(scenario)) {
      reading
          .problems()
          .error(
              fields.has(NOTIFICATION_TEST) ? fields.key(NOTIFICATION_TEST) : fields.node(),
              "the length of the test is not set",
              Optional.of("write run_for: 2h"));
    }
    Duration last = scenario.lastMentionedTime();
    if (scenario.runFor().filter(run -> run.compareTo(last) < 0).isPresent()) {
      reading
          .problems()
          .error(
              fields.value("run_for").orElseThrow(),
              "the run ends before "
                  + PrometheusDuration.format(last)
                  + ", the time of an expectation");
    }
  }

  /** Whether there are expectations for a run of any length. */
  private boolean looksAtTheWholeRun(Scenario scenario) {
    boolean strictAlone = common.strict() && scenario.expectations().isEmpty();
    return strictAlone
        || scenario.notificationTests().stream().anyMatch(t -> t.mentionedTimes().count() == 0)
        || scenario.failureTests().stream().anyMatch(t -> t.mentionedTimes().count() == 0);
  }

  private Instant start(Fields fields) {
    return fields.scalar("start_timestamp").flatMap(this::instant).orElse(Instant.EPOCH);
  }

  private Optional<Instant> instant(YamlScalar scalar) {
    String text = scalar.text();
    try {
      if (text.length() < 40 && text.matches("[+-]?[0-9.]+(?:[eE][+]?[0-9]{1,2})?")) {
        return Optional.of(inRange(unixTime(Double.parseDouble(text))));
      }
      return Optional.of(inRange(OffsetDateTime.parse(text).toInstant()));
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      reading
          .problems()
          .error(
              scalar,
              "expected a start time, found \"" + text + "\"",
              Optional.of("write it as 2026-03-02T08:00:00Z, or in Unix seconds"));
      return Optional.empty();
    }
  }

  /** As in promtool: the double 1609459200.123 is slightly less than that. */
  private static Instant unixTime(double seconds) {
    long whole = (long) seconds;
    return Instant.ofEpochSecond(whole, (long) ((seconds - whole) * 1e9));
  }

  /** Prometheus and Alertmanager write times as RFC 3339, which has four digits for the year. */
  private static Instant inRange(Instant time) {
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw new DateTimeException("not within the years 1 to 9000");
    }
    Instant cut = time.truncatedTo(ChronoUnit.MILLIS);
    // promtool truncates a signed number of nanoseconds, that is, towards 1970.
    return time.isBefore(Instant.EPOCH) && cut.isBefore(time) ? cut.plusMillis(1) : cut;
  }
}
