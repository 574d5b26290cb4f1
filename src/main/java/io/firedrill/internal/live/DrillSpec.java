package io.firedrill.internal.live;

import io.firedrill.internal.prometheus.ScrapeConfig;
import io.firedrill.internal.run.RunLimits;
import io.firedrill.internal.run.RunOptions;
import io.firedrill.internal.run.TestedFiles;
import io.firedrill.internal.scenario.Replicas;
import io.firedrill.internal.settings.ServerFlags;
import io.firedrill.model.Labels;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The files and options of a {@link RigDrill}.
 *
 * @param ruleFiles Prometheus's rule files, or PrometheusRule manifests
 * @param alertmanagerConfig Alertmanager's configuration; empty = only rules are tested
 * @param prometheusConfig Prometheus's configuration, whose jobs scrape the drill's targets and
 *     whose external labels apply; empty = series are fed, and nothing is scraped
 * @param options how to run it
 */
public record DrillSpec(
    List<Path> ruleFiles,
    Optional<Path> alertmanagerConfig,
    Optional<Path> prometheusConfig,
    RunOptions options) {

  /**
   * Checks everything that does not require the files.
   *
   * @throws IllegalArgumentException if the start or the interval is out of range
   */
  public DrillSpec {
    ruleFiles = List.copyOf(ruleFiles);
    if (options.evaluationInterval().toMillis() <= 0) {
      throw new IllegalArgumentException(
          "an evaluation interval must be longer than zero: " + options.evaluationInterval());
    }
    RunLimits.requireStart(options.start());
  }

  /** A builder for rules that are evaluated from 1970-01-01T00:00:00Z on, once a minute. */
  public static Builder ofRules(Path... ruleFiles) {
    return ofRules(List.of(ruleFiles));
  }

  /** A builder for rules that are evaluated from 1970-01-01T00:00:00Z on, once a minute. */
  public static Builder ofRules(List<Path> ruleFiles) {
    return new Builder(
        new DrillSpec(ruleFiles, Optional.empty(), Optional.empty(), RunOptions.STANDARD));
  }

  /**
   * Reads all files, as a drill does when it starts.
   *
   * @throws io.firedrill.internal.source.InputException with every problem in any of them
   */
  public void checkFiles() {
    TestedFiles.read(ruleFiles, alertmanagerConfig);
    prometheusConfig.ifPresent(ScrapeConfig::read);
  }

  /** The virtual time of the first evaluation. */
  public Instant start() {
    return options.start();
  }

  /** A builder that starts with this spec. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Builds specs; each method sets the property with its name. */
  public static final class Builder {

    private final List<Path> ruleFiles;
    private Optional<Path> alertmanagerConfig;
    private Optional<Path> prometheusConfig;
    private RunOptions options;

    private Builder(DrillSpec spec) {
      ruleFiles = spec.ruleFiles;
      alertmanagerConfig = spec.alertmanagerConfig;
      prometheusConfig = spec.prometheusConfig;
      options = spec.options;
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
      options = options.withStart(time);
      return this;
    }

    public Builder evaluationInterval(Duration interval) {
      options = options.withEvaluationInterval(interval);
      return this;
    }

    public Builder externalLabels(Labels labels) {
      options = options.withExternalLabels(labels);
      return this;
    }

    public Builder externalUrl(String url) {
      options = options.withExternalUrl(url);
      return this;
    }

    public Builder replicas(Replicas servers) {
      options = options.withReplicas(servers);
      return this;
    }

    public Builder flags(ServerFlags set) {
      options = options.withFlags(set.orElse(options.flags()));
      return this;
    }

    public Builder progressLimit(Duration wall) {
      options = options.withProgressLimit(wall);
      return this;
    }

    public DrillSpec build() {
      return new DrillSpec(ruleFiles, alertmanagerConfig, prometheusConfig, options);
    }
  }
}
