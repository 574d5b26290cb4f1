package io.firedrill.internal.scenario;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a target answers to scrapes while nothing is wrong with it. */
public sealed interface TargetContent {

  /**
   * Series, in Prometheus's text format.
   *
   * @param series may be none: the target is up, and has nothing to say
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
   * What a real exporter answers.
   *
   * @param exporter its address, as the test reaches it
   */
  record Scrape(URI exporter) implements TargetContent {}

  /**
   * What a real exporter answers that the test starts as a process and ends.
   *
   * @param command program and arguments
   * @param environment variables that it gets beside the usual ones; without a value, that of the
   *     user who runs the test
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
