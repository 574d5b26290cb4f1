package io.firedrill.internal.prometheus;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlSequence;
import io.firedrill.internal.source.YamlText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The user's parts of a Prometheus configuration, as used in a test. */
public final class ScrapeSections {

  private final List<YamlMapping.Entry> global;
  private final Optional<YamlNode> alertRelabelling;
  private final List<YamlMapping> jobs;

  ScrapeSections(
      List<YamlMapping.Entry> global, Optional<YamlNode> alertRelabelling, List<YamlMapping> jobs) {
    this.global = List.copyOf(global);
    this.alertRelabelling = alertRelabelling;
    this.jobs = List.copyOf(jobs);
  }

  /** The entries of the global section, each followed by a comma. */
  String global() {
    return global.stream()
        .map(e -> YamlText.of(e.key()) + ": " + YamlText.of(e.value()) + ", ")
        .collect(Collectors.joining());
  }

  /** The items of {@code alert_relabel_configs}. */
  List<String> alertRelabelling() {
    return alertRelabelling
        .filter(YamlSequence.class::isInstance)
        .map(list -> ((YamlSequence) list).items().stream().map(YamlText::of).toList())
        .orElse(List.of());
  }

  /** The jobs, one per line. */
  String jobs() {
    return jobs.stream().map(job -> "- " + YamlText.of(job) + "\n").collect(Collectors.joining());
  }
}
