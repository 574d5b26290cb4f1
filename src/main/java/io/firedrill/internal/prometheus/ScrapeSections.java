package io.firedrill.internal.prometheus;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The user's parts of a Prometheus configuration, as used in a test. */
public final class ScrapeSections {

  private final List<YamlMapping.Entry> global;
  private final AlertRelabelling alerts;
  private final Optional<YamlNode> outOfOrderWindow;
  private final List<YamlMapping> jobs;

  ScrapeSections(
      List<YamlMapping.Entry> global,
      AlertRelabelling alerts,
      Optional<YamlNode> outOfOrderWindow,
      List<YamlMapping> jobs) {
    this.outOfOrderWindow = outOfOrderWindow;
    this.global = List.copyOf(global);
    this.alerts = alerts;
    this.jobs = List.copyOf(jobs);
  }

  /** The entries of the global section, each followed by a comma. */
  String global() {
    return global.stream()
        .map(e -> YamlText.of(e.key()) + ": " + YamlText.of(e.value()) + ", ")
        .collect(Collectors.joining());
  }

  /** How alerts are relabelled. */
  AlertRelabelling alerts() {
    return alerts;
  }

  /** The section about storage, with a line end; empty if there is none. */
  String storage() {
    return outOfOrderWindow
        .map(w -> "storage: {tsdb: {out_of_order_time_window: " + YamlText.of(w) + "}}\n")
        .orElse("");
  }

  /** The jobs, one per line. */
  String jobs() {
    return jobs.stream().map(job -> "- " + YamlText.of(job) + "\n").collect(Collectors.joining());
  }
}
