package io.firedrill.internal.prometheus;

import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.model.Labels;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the answer about targets. */
final class TargetsReader {

  private TargetsReader() {}

  static List<ScrapedTarget> targets(JsonNode data) {
    return data.path("activeTargets").valueStream().map(TargetsReader::target).toList();
  }

  static List<ScrapeLoop> loops(JsonNode data) {
    return data.path("activeTargets").valueStream().flatMap(t -> loop(t).stream()).toList();
  }

  private static Optional<ScrapeLoop> loop(JsonNode target) {
    return PrometheusDuration.parse(target.path("scrapeInterval").asString(""))
        .filter(interval -> !interval.isZero())
        .map(
            interval ->
                new ScrapeLoop(
                    target.path("scrapePool").asString(""),
                    target.path("scrapeUrl").asString(""),
                    JsonFields.labels(target.path("discoveredLabels")),
                    interval));
  }

  /** The labels after the last relabelling rule; empty if the target is dropped. */
  static Optional<Labels> relabelled(JsonNode data) {
    JsonNode steps = data.path("steps");
    JsonNode last = steps.path(steps.size() - 1);
    return last.path("keep").asBoolean(false)
        ? Optional.of(JsonFields.labels(last.path("output")))
        : Optional.empty();
  }

  private static ScrapedTarget target(JsonNode target) {
    return new ScrapedTarget(
        target.path("scrapePool").asString(""),
        URI.create(target.path("scrapeUrl").asString("")),
        JsonFields.labels(target.path("labels")));
  }
}
