package io.firedrill.internal.prometheus;

import io.firedrill.model.Labels;
import java.net.URI;

/**
 * A target as Prometheus knows it, after relabelling.
 *
 * @param job the name of the job, as the configuration has it
 * @param url what is scraped
 * @param labels the labels that its series get
 */
public record ScrapedTarget(String job, URI url, Labels labels) {}
