package io.firedrill.internal.prometheus;

import io.firedrill.model.Labels;
import java.time.Duration;

/**
 * A target as Prometheus scrapes it again and again.
 *
 * @param job the name of the job
 * @param url what is scraped, in Prometheus's spelling
 * @param discovered the labels before relabelling
 * @param interval the time from one scrape to the next
 */
public record ScrapeLoop(String job, String url, Labels discovered, Duration interval) {}
