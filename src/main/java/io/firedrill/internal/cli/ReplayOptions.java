package io.firedrill.internal.cli;

import io.firedrill.internal.recording.NotANumber;
import io.firedrill.internal.recording.RecordingFormat;
import io.firedrill.internal.recording.RecordingSpec;
import io.firedrill.model.Labels;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that select what is replayed. */
final class ReplayOptions {

  @Option(
      names = "--rules",
      required = true,
      paramLabel = "GLOB",
      description = "Rule files, or PrometheusRule manifests; may be given several times")
  List<String> rules = List.of();

  @Option(
      names = "--alertmanager-config",
      paramLabel = "FILE",
      description = "Alertmanager's configuration. Without it, rules are replayed and no routes")
  Optional<Path> alertmanagerConfig = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Converters.DataFormat.class,
      description =
          "openmetrics, query_range or csv. Default: detected from each file's name or content")
  private Optional<RecordingFormat> format = Optional.empty();

  @Option(
      names = "--nan",
      paramLabel = "MEANING",
      converter = Converters.Nan.class,
      description =
          "Meaning of NaN in OpenMetrics: stale, as in dumps of promtool, or number."
              + " Default: stale")
  private NotANumber nan = NotANumber.STALE;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = Converters.Time.class,
      description =
          "The first evaluation; rules can see earlier samples."
              + " Default: the first full interval of the recording")
  private Optional<Instant> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = Converters.Time.class,
      description = "The end. Default: the recording's last sample")
  private Optional<Instant> to = Optional.empty();

  @Option(
      names = "--evaluation-interval",
      paramLabel = "TIME",
      converter = Converters.Interval.class,
      description = "The interval of rule groups without their own. Default: 1m")
  Duration evaluationInterval = Duration.ofMinutes(1);

  @Option(
      names = "--external-label",
      paramLabel = "NAME=VALUE",
      description = "One of Prometheus's external labels; may be given several times")
  private Map<String, String> externalLabels = new LinkedHashMap<>();

  RecordingSpec recording(List<Path> data) {
    return new RecordingSpec(data, format, to, nan);
  }

  Labels externalLabels() {
    return Labels.copyOf(externalLabels);
  }

  /**
   * The start, given the time of the recording's first sample. A default start is a multiple of the
   * interval.
   */
  Instant start(Instant first) {
    return from.orElseGet(
        () -> {
          long interval = evaluationInterval.toMillis();
          return Instant.ofEpochMilli(
              Math.floorDiv(first.toEpochMilli() + interval - 1, interval) * interval);
        });
  }

  Instant end(Instant last) {
    return to.orElse(last);
  }
}
