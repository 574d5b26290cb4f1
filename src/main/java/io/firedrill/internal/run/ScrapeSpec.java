package io.firedrill.internal.run;

import io.firedrill.internal.prometheus.ScrapeConfig;

/**
 * The scraping of a run.
 *
 * @param config the user's Prometheus configuration
 * @param targets the targets
 */
public record ScrapeSpec(ScrapeConfig config, ScrapeTargets targets) {}
