package io.firedrill.internal.scenario;

import io.firedrill.internal.series.OpenMetrics;
import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.TextFile;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import io.firedrill.model.SampleValue;
import io.firedrill.model.TargetFault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads {@code targets}. */
final class TargetReader {

  private static final List<String> CONTENTS =
      List.of("metrics", "exposition", "scrape", "command");
  private static final List<String> FAULTS = List.of("down", "status", "slow", "body");
  private static final List<String> KEYS =
      Stream.of(
              List.of("address", "path", "params", "job", "discovery_labels"),
              CONTENTS,
              FAULTS,
              List.of("env", "from", "to", "every", "for"))
          .flatMap(List::stream)
          .toList();

  private final Reading reading;
  private final Scenario scenario;

  TargetReader(Reading reading, Scenario scenario) {
    this.reading = reading;
    this.scenario = scenario;
  }

  List<Target> read(List<YamlNode> items) {
    List<Target> targets = new ArrayList<>();
    for (YamlNode item : items) {
      reading
          .fields(item, "an item of targets", KEYS)
          .ifPresent(
              fields ->
                  target(fields)
                      .ifPresent(
                          t -> targets.addAll(new Repetition(reading, scenario).of(fields, t))));
    }
    return targets;
  }

  private Optional<Target> target(Fields fields) {
    atMostOne(fields, CONTENTS);
    atMostOne(fields, FAULTS);
    contradiction(fields);
    Optional<YamlScalar> address = fields.required("address").filter(this::isAddress);
    Optional<YamlScalar> job = fields.scalar("job");
    if (fields.has("discovery_labels") && job.isEmpty()) {
      error(
          fields.key("discovery_labels"),
          "\"discovery_labels\" needs a \"job\"",
          "the name of the job whose service discovery finds the target");
    }
    if (fields.has("env") && !fields.has("command")) {
      error(fields.key("env"), "\"env\" needs a \"command\"", null);
    }
    Duration from = fields.duration("from").orElse(Duration.ZERO);
    Optional<Duration> to = fields.duration("to");
    if (to.filter(end -> end.compareTo(from) <= 0).isPresent()) {
      error(fields.value("to").orElseThrow(), "the target disappears before it appears", null);
    }
    Optional<TargetFault> fault = fault(fields);
    boolean faultAlone =
        CONTENTS.stream().noneMatch(fields::has) && FAULTS.stream().anyMatch(fields::has);
    Optional<TargetContent> content =
        faultAlone ? Optional.empty() : content(fields).or(() -> Optional.of(nothing()));
    return address.map(
        a ->
            new Target(
                a,
                requests(fields),
                job,
                reading.labels(fields, "discovery_labels"),
                from,
                to,
                content,
                fault));
  }

  private RequestPart requests(Fields fields) {
    Optional<YamlScalar> path = fields.scalar("path");
    path.filter(p -> !p.text().matches("/[^?#\\s]*"))
        .ifPresent(
            p ->
                error(
                    p,
                    "expected a path such as /probe, found \"" + p.text() + "\"",
                    "parameters are written as params: {target: ...}"));
    Map<String, String> params = new TreeMap<>();
    fields.textMap("params").forEach((name, v) -> params.put(name, v.isNull() ? "" : v.text()));
    return new RequestPart(path.map(YamlScalar::text), params);
  }

  private static TargetContent nothing() {
    return new TargetContent.Metrics(List.of());
  }

  private boolean isAddress(YamlScalar address) {
    boolean plain = address.text().matches("[^/\\s?#@]+");
    if (!plain) {
      error(
          address,
          "expected host and port, found \"" + address.text() + "\"",
          "write it as the Prometheus configuration does: ingest:8000");
    }
    return plain;
  }

  private void atMostOne(Fields fields, List<String> keys) {
    List<String> given = keys.stream().filter(fields::has).toList();
    given.stream().skip(1).forEach(second -> clash(fields, given.get(0), second));
  }

  /** A target that is down, or has a fixed body or status, has no content. */
  private void contradiction(Fields fields) {
    Optional<String> content = CONTENTS.stream().filter(fields::has).findFirst();
    Stream.of("down", "status", "body")
        .filter(key -> content.isPresent() && fields.has(key))
        .forEach(key -> clash(fields, content.get(), key));
  }

  private void clash(Fields fields, String first, String second) {
    error(
        fields.key(second),
        "\"" + second + "\" cannot be combined with \"" + first + "\"",
        "add another item with this address for that time: from, to");
  }

  private Optional<TargetContent> content(Fields fields) {
    if (fields.has("metrics")) {
      return Optional.of(metrics(fields));
    }
    if (fields.has("exposition")) {
      return fields.required("exposition").flatMap(this::exposition);
    }
    if (fields.has("scrape")) {
      YamlNode at = fields.key("scrape");
      if (!reading.isAllowed(at, "\"scrape\" makes Firedrill send requests")) {
        return Optional.empty();
      }
      return fields.required("scrape").flatMap(this::exporter);
    }
    return fields.has("command") ? command(fields) : Optional.empty();
  }

  private TargetContent metrics(Fields fields) {
    List<InputSeries> series =
        new InputSeriesReader(reading, scenario, InputSeriesReader.Use.SCRAPED)
            .read(fields.items("metrics"));
    for (InputSeries one : series) {
      Stream<SampleValue> values =
          Stream.concat(
              one.values().stream().flatMap(Optional::stream),
              one.timed().stream().map(TimedValue::value));
      if (values.anyMatch(SampleValue.Histogram.class::isInstance)) {
        error(
            fields.key("metrics"),
            one.labels() + " has native histograms, which a target's series cannot have",
            "feed it by input_series");
      }
    }
    return new TargetContent.Metrics(series);
  }

  private Optional<TargetContent> exposition(YamlScalar scalar) {
    Optional<Path> file = reading.existingFile(scalar);
    try {
      return file.map(
          path -> {
            OpenMetrics.read(path);
            return new TargetContent.Exposition(TextFile.read(path));
          });
    } catch (InputException e) {
      reading.problems().addAll(e.problems());
      return Optional.empty();
    }
  }

  private Optional<TargetContent> exporter(YamlScalar scalar) {
    try {
      URI uri = URI.create(scalar.text());
      if (String.valueOf(uri.getScheme()).matches("https?") && uri.getHost() != null) {
        return Optional.of(new TargetContent.Scrape(uri));
      }
    } catch (IllegalArgumentException e) {
      // Neither: reported below.
    }
    error(
        scalar,
        "expected the address of an exporter, found \"" + scalar.text() + "\"",
        "write it as http://127.0.0.1:8000/metrics");
    return Optional.empty();
  }

  private Optional<TargetContent> command(Fields fields) {
    if (!reading.isAllowed(fields.key("command"), "\"command\" runs a program")) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    for (YamlNode item : fields.items("command")) {
      fields.scalar(item, "a word of a command").ifPresent(word -> words.add(word.text()));
    }
    YamlNode value = fields.value("command").orElse(fields.key("command"));
    if (words.isEmpty() && (value instanceof YamlSequence || value.isNull())) {
      error(value, "\"command\" is empty", "write it as [python3, exporter.py]");
    }
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(new TargetContent.Command(words, environment(fields), reading.directory()));
  }

  private Map<String, Optional<String>> environment(Fields fields) {
    Map<String, Optional<String>> variables = new TreeMap<>();
    fields
        .textMap("env")
        .forEach(
            (name, value) -> {
              if (name.equals("PORT")) {
                error(value, "\"PORT\" tells the command where to listen", "leave it out");
              } else if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                error(value, "\"" + name + "\" is not the name of an environment variable", null);
              }
              variables.put(name, value.isNull() ? Optional.empty() : Optional.of(value.text()));
            });
    return variables;
  }

  private Optional<TargetFault> fault(Fields fields) {
    if (fields.has("down")) {
      Optional<Boolean> down = fields.required("down").flatMap(any -> fields.flag("down"));
      if (down.isPresent() && !down.get()) {
        error(fields.value("down").orElseThrow(), "\"down\" can only be true", "leave it out");
      }
      return down.map(any -> new TargetFault.Down());
    }
    if (fields.has("status")) {
      return fields.required("status").flatMap(this::status);
    }
    if (fields.has("slow")) {
      return fields.required("slow").flatMap(any -> slow(fields));
    }
    return fields.scalar("body").map(body -> new TargetFault.Body(body.text()));
  }

  private Optional<TargetFault> status(YamlScalar scalar) {
    if (scalar.text().matches("[345][0-9]{2}")) {
      return Optional.of(new TargetFault.Status(Integer.parseInt(scalar.text())));
    }
    error(scalar, "expected an HTTP status from 300 to 599, found \"" + scalar.text() + "\"", null);
    return Optional.empty();
  }

  private Optional<TargetFault> slow(Fields fields) {
    Optional<Duration> delay = fields.duration("slow");
    if (delay.filter(Duration::isZero).isPresent()) {
      error(fields.value("slow").orElseThrow(), "\"slow\" must be longer than zero", null);
    }
    return delay.filter(d -> !d.isZero()).map(TargetFault.Slow::new);
  }

  private void error(YamlNode at, String message, String hint) {
    reading.problems().error(at, message, Optional.ofNullable(hint));
  }
}
