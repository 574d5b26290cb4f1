package io.firedrill.internal.prometheus;

import java.net.URI;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads the answer about targets. */
final class TargetsReader {

  private TargetsReader() {}

  static List<ScrapedTarget> targets(JsonNode data) {
    return data.path("activeTargets").valueStream().map(TargetsReader::target).toList();
  }

  private static ScrapedTarget target(JsonNode target) {
    return new ScrapedTarget(
        target.path("scrapePool").asString(""),
        URI.create(target.path("scrapeUrl").asString("")),
        JsonFields.labels(target.path("labels")));
  }
}
