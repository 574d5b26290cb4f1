package io.firedrill.internal.prometheus;

import io.firedrill.model.Labels;
import java.time.Duration;

/**
 * A target that Prometheus scrapes repeatedly.
 *
 * @param job the name of the job
 * @param url the scraped URL, as Prometheus writes it
 * @param discovered the labels before relabelling
 * @param interval the time from one scrape to the next
 */
public record ScrapeLoop(String job, String url, Labels discovered, Duration interval) {}
