package io.firedrill.internal.prometheus;

import io.firedrill.model.Labels;
import java.net.URI;

/**
 * A target after relabelling.
 *
 * @param job the name of the job in the configuration
 * @param url the scraped URL
 * @param labels the labels of its series
 */
public record ScrapedTarget(String job, URI url, Labels labels) {}
