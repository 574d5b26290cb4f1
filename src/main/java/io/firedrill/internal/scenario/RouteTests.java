package io.firedrill.internal.scenario;

import io.firedrill.internal.scenario.RouteExpectation.ExpectedReceiver;
import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.source.YamlMapping;
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

/** Reads {@code route_test}. */
final class RouteTests {

  static final String KEY = "route_test";

  private static final String LABELS = "labels";
  private static final String RECEIVERS = "receivers";
  private static final String MUTED = "muted";
  private static final List<String> ROUTE_KEYS =
      List.of("group_labels", "group_wait", "group_interval", "repeat_interval");
  private static final List<String> RECEIVER_KEYS =
      List.of("receiver", "group_labels", "group_wait", "group_interval", "repeat_interval");
  private static final List<String> KEYS =
      List.of(
          LABELS,
          "at",
          RECEIVERS,
          MUTED,
          "group_labels",
          "group_wait",
          "group_interval",
          "repeat_interval");
  private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2261-01-01T00:00:00Z");

  private final Reading reading;
  private final Optional<Instant> start;

  /**
   * @param start the start of the test, which times may be relative to; empty for tables
   */
  RouteTests(Reading reading, Optional<Instant> start) {
    this.reading = reading;
    this.start = start;
  }

  List<RouteExpectation> read(List<YamlNode> items) {
    List<RouteExpectation> rows = new ArrayList<>();
    for (YamlNode item : items) {
      reading.fields(item, "an item of " + KEY, KEYS).flatMap(this::row).ifPresent(rows::add);
    }
    return rows;
  }

  private Optional<RouteExpectation> row(Fields fields) {
    Labels labels = reading.labels(fields, LABELS);
    if (labels.isEmpty()) {
      error(fields.has(LABELS) ? fields.key(LABELS) : fields.node(), "an alert has labels");
    }
    if (!fields.has(RECEIVERS)) {
      error(fields.node(), "\"receivers\" is missing in an item of " + KEY);
    }
    Optional<Instant> at = fields.scalar("at").flatMap(this::instant);
    if (fields.has(MUTED) && !fields.has("at")) {
      error(fields.key(MUTED), "\"muted\" needs \"at\": time intervals mute at a time");
    }
    List<ExpectedReceiver> receivers = new ArrayList<>();
    for (YamlNode item : fields.items(RECEIVERS)) {
      receiver(item, fields).ifPresent(receivers::add);
    }
    if (receivers.isEmpty()) {
      ROUTE_KEYS.stream()
          .filter(fields::has)
          .forEach(key -> error(fields.key(key), "\"" + key + "\" needs a receiver"));
    }
    return Optional.of(
        new RouteExpectation(labels, at, receivers, muted(fields), fields.position()));
  }

  private Optional<List<String>> muted(Fields fields) {
    return fields
        .value(MUTED)
        .map(
            any ->
                fields.items(MUTED).stream()
                    .flatMap(item -> fields.scalar(item, "a receiver").stream())
                    .map(YamlScalar::text)
                    .toList());
  }

  /** A name, or a mapping; what it does not say, the row says for all its receivers. */
  private Optional<ExpectedReceiver> receiver(YamlNode item, Fields row) {
    if (!(item instanceof YamlMapping)) {
      return row.scalar(item, "a receiver").map(name -> expected(name.text(), row, row));
    }
    return reading
        .fields(item, "a receiver", RECEIVER_KEYS)
        .flatMap(own -> own.required("receiver").map(name -> expected(name.text(), own, row)));
  }

  private ExpectedReceiver expected(String name, Fields own, Fields row) {
    return new ExpectedReceiver(
        name,
        own.value("group_labels").isPresent() ? groupLabels(own) : groupLabels(row),
        duration("group_wait", own, row),
        duration("group_interval", own, row),
        duration("repeat_interval", own, row));
  }

  private Optional<Labels> groupLabels(Fields fields) {
    return fields.value("group_labels").map(any -> reading.labels(fields, "group_labels"));
  }

  private static Optional<Duration> duration(String key, Fields own, Fields row) {
    return own.value(key).isPresent() ? own.duration(key) : row.duration(key);
  }

  private Optional<Instant> instant(YamlScalar scalar) {
    Optional<Duration> since = start.flatMap(any -> PrometheusDuration.parse(scalar.text()));
    try {
      Instant time =
          since
              .map(duration -> start.get().plus(duration))
              .orElseGet(() -> OffsetDateTime.parse(scalar.text()).toInstant())
              .truncatedTo(ChronoUnit.SECONDS);
      if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
        error(scalar, "a time of " + KEY + " is between 1970-01-02 and 2261");
        return Optional.empty();
      }
      return Optional.of(time);
    } catch (DateTimeException e) {
      reading
          .problems()
          .error(
              scalar,
              "expected a time, found \"" + scalar.text() + "\"",
              Optional.of(
                  "write it as 2026-03-07T08:00:00Z"
                      + (start.isPresent() ? ", or as a time since the start, such as 2h" : "")));
      return Optional.empty();
    }
  }

  private void error(YamlNode node, String message) {
    reading.problems().error(node, message);
  }
}
