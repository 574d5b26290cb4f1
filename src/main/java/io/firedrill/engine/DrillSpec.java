package io.firedrill.engine;

import io.firedrill.model.Labels;
import io.firedrill.prometheus.ScrapeConfig;
import io.firedrill.scenario.Replicas;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link Drill} drills. All durations and instants are virtual but the limit's.
 *
 * @param ruleFiles Prometheus's rule files, or PrometheusRule manifests
 * @param alertmanagerConfig Alertmanager's configuration; empty = rules are tested, routes are not
 * @param prometheusConfig Prometheus's configuration, whose jobs scrape the drill's targets; empty
 *     = series are fed, and nothing is scraped. Its external labels count too
 * @param start the time of the first evaluation, in whole milliseconds, from 1970 on
 * @param evaluationInterval the interval of rule groups that name none
 * @param externalLabels Prometheus's external labels
 * @param externalUrl Prometheus's external URL, or the empty string
 * @param replicas how many servers of each kind
 * @param progressLimit how long, in wall-clock time, nothing may settle before the drill fails
 */
public record DrillSpec(
    List<Path> ruleFiles,
    Optional<Path> alertmanagerConfig,
    Optional<Path> prometheusConfig,
    Instant start,
    Duration evaluationInterval,
    Labels externalLabels,
    String externalUrl,
    Replicas replicas,
    Duration progressLimit) {

  private static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(1);
  private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(30);

  /**
   * Checks what can be checked without the files.
   *
   * @throws IllegalArgumentException if the start or the interval is out of range
   */
  public DrillSpec {
    ruleFiles = List.copyOf(ruleFiles);
    if (evaluationInterval.toMillis() <= 0) {
      throw new IllegalArgumentException(
          "an evaluation interval is longer than zero: " + evaluationInterval);
    }
    RunLimits.requireStart(start);
  }

  /** A builder for rules that are evaluated from 1970-01-01T00:00:00Z on, once a minute. */
  public static Builder ofRules(Path... ruleFiles) {
    return ofRules(List.of(ruleFiles));
  }

  /** A builder for rules that are evaluated from 1970-01-01T00:00:00Z on, once a minute. */
  public static Builder ofRules(List<Path> ruleFiles) {
    return new Builder(
        new DrillSpec(
            ruleFiles,
            Optional.empty(),
            Optional.empty(),
            Instant.EPOCH,
            DEFAULT_INTERVAL,
            Labels.empty(),
            "",
            Replicas.NONE,
            DEFAULT_LIMIT));
  }

  /**
   * Reads all files, as a drill does when it begins.
   *
   * @throws io.firedrill.source.InputException with every problem in any of them
   */
  public void checkFiles() {
    TestedFiles.read(ruleFiles, alertmanagerConfig);
    prometheusConfig.ifPresent(ScrapeConfig::read);
  }

  /** A builder that starts with this spec. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Makes specs; each method sets the component of its name. */
  public static final class Builder {

    private final List<Path> ruleFiles;
    private Optional<Path> alertmanagerConfig;
    private Optional<Path> prometheusConfig;
    private Instant start;
    private Duration evaluationInterval;
    private Labels externalLabels;
    private String externalUrl;
    private Replicas replicas;
    private Duration progressLimit;

    private Builder(DrillSpec spec) {
      ruleFiles = spec.ruleFiles;
      alertmanagerConfig = spec.alertmanagerConfig;
      prometheusConfig = spec.prometheusConfig;
      start = spec.start;
      evaluationInterval = spec.evaluationInterval;
      externalLabels = spec.externalLabels;
      externalUrl = spec.externalUrl;
      replicas = spec.replicas;
      progressLimit = spec.progressLimit;
    }

    public Builder alertmanagerConfig(Path file) {
      alertmanagerConfig = Optional.of(file);
      return this;
    }

    public Builder prometheusConfig(Path file) {
      prometheusConfig = Optional.of(file);
      return this;
    }

    public Builder start(Instant time) {
      start = time;
      return this;
    }

    public Builder evaluationInterval(Duration interval) {
      evaluationInterval = interval;
      return this;
    }

    public Builder externalLabels(Labels labels) {
      externalLabels = labels;
      return this;
    }

    public Builder externalUrl(String url) {
      externalUrl = url;
      return this;
    }

    public Builder replicas(Replicas servers) {
      replicas = servers;
      return this;
    }

    public Builder progressLimit(Duration wall) {
      progressLimit = wall;
      return this;
    }

    public DrillSpec build() {
      return new DrillSpec(
          ruleFiles,
          alertmanagerConfig,
          prometheusConfig,
          start,
          evaluationInterval,
          externalLabels,
          externalUrl,
          replicas,
          progressLimit);
    }
  }
}
