package io.firedrill.internal.scenario;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The responses of a target without a fault. */
public sealed interface TargetContent {

  /**
   * Series, in Prometheus's text format.
   *
   * @param series may be empty: the target is up and exposes nothing
   */
  record Metrics(List<InputSeries> series) implements TargetContent {
    public Metrics {
      series = List.copyOf(series);
    }
  }

  /**
   * Always the same exposition.
   *
   * @param text Prometheus's text format, or OpenMetrics
   */
  record Exposition(String text) implements TargetContent {}

  /**
   * The responses of a real exporter.
   *
   * @param exporter its address, as the test reaches it
   */
  record Scrape(URI exporter) implements TargetContent {}

  /**
   * The responses of a real exporter that the test starts and stops.
   *
   * @param command program and arguments
   * @param environment additional variables; a variable without a value has the caller's value
   * @param directory its working directory
   */
  record Command(List<String> command, Map<String, Optional<String>> environment, Path directory)
      implements TargetContent {
    public Command {
      command = List.copyOf(command);
      environment = Map.copyOf(environment);
    }
  }
}
