package io.firedrill.internal.suite;

import io.firedrill.internal.run.DroppedSamples;
import io.firedrill.internal.run.Run;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Warnings about late samples that Prometheus has refused, as in production. */
final class DroppedWarnings {

  private static final Optional<String> HINT =
      Optional.of(
          "storage: {tsdb: {out_of_order_time_window: 30m}} in a prometheus_config lets it take them");

  private DroppedWarnings() {}

  static List<Problem> of(Scenario scenario, Run run) {
    return scenario.inputSeries().stream()
        .flatMap(
            series ->
                Stream.ofNullable(run.droppedSamples().get(series.labels()))
                    .map(
                        dropped ->
                            series
                                .named()
                                .map(at -> at.warning(text(dropped), HINT))
                                .orElseGet(
                                    () ->
                                        new Problem(
                                            Severity.WARNING,
                                            series.position(),
                                            text(dropped),
                                            "",
                                            1,
                                            HINT))))
        .toList();
  }

  private static String text(DroppedSamples dropped) {
    return "Prometheus refused %d late sample%s: %s"
        .formatted(dropped.count(), dropped.count() == 1 ? "" : "s", dropped.reason());
  }
}
