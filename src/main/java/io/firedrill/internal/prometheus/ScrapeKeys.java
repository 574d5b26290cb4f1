package io.firedrill.internal.prometheus;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The keys of a Prometheus configuration that reach the server in a test. All others are left out,
 * so that settings of later versions cannot send, write or connect.
 */
enum ScrapeKeys {
  ROOT(
      Set.of("global", "alerting", "rule_files", "scrape_configs", "scrape_config_files"),
      // Its window for late samples is read elsewhere.
      Set.of("storage")),

  STORAGE(Set.of("tsdb"), Set.of()),

  TSDB(
      Set.of("out_of_order_time_window"),
      // A run keeps all samples.
      Set.of("retention")),

  GLOBAL(
      Set.of(
          "scrape_interval",
          "scrape_timeout",
          "scrape_protocols",
          "rule_query_offset",
          "body_size_limit",
          "sample_limit",
          "target_limit",
          "label_limit",
          "label_name_length_limit",
          "label_value_length_limit",
          "keep_dropped_targets",
          "metric_name_validation_scheme",
          "metric_name_escaping_scheme",
          "scrape_native_histograms",
          "convert_classic_histograms_to_nhcb",
          "always_scrape_classic_histograms",
          "extra_scrape_metrics"),
      // Set by the test, or files to write.
      Set.of(
          "evaluation_interval", "external_labels", "query_log_file", "scrape_failure_log_file")),

  JOB(
      Set.of(
          "job_name",
          "honor_labels",
          "honor_timestamps",
          "track_timestamps_staleness",
          "params",
          "scrape_interval",
          "scrape_timeout",
          "scrape_protocols",
          "fallback_scrape_protocol",
          "scrape_native_histograms",
          "always_scrape_classic_histograms",
          "scrape_classic_histograms",
          "convert_classic_histograms_to_nhcb",
          "metrics_path",
          "scheme",
          "enable_compression",
          "enable_http2",
          "follow_redirects",
          "body_size_limit",
          "sample_limit",
          "target_limit",
          "label_limit",
          "label_name_length_limit",
          "label_value_length_limit",
          "native_histogram_bucket_limit",
          "native_histogram_min_bucket_factor",
          "keep_dropped_targets",
          "metric_name_validation_scheme",
          "metric_name_escaping_scheme",
          "extra_scrape_metrics",
          "static_configs",
          "relabel_configs",
          "metric_relabel_configs"),
      // Authentication and connections, which the proxy replaces.
      Set.of(
          "basic_auth",
          "authorization",
          "oauth2",
          "bearer_token",
          "bearer_token_file",
          "sigv4",
          "azuread",
          "google_iam",
          "tls_config",
          "http_headers",
          "proxy_url",
          "proxy_from_environment",
          "proxy_connect_header",
          "no_proxy",
          "scrape_failure_log_file"));

  private final Set<String> kept;
  private final Set<String> leftOut;

  ScrapeKeys(Set<String> kept, Set<String> leftOut) {
    this.kept = kept;
    this.leftOut = leftOut;
  }

  /** Whether a key's value reaches the server. */
  boolean keeps(YamlMapping.Entry entry) {
    return kept.contains(entry.key().text());
  }

  /** The keys of a mapping that are left out in a test and not documented. */
  List<YamlScalar> unexpected(YamlMapping mapping) {
    return mapping.entries().stream()
        .flatMap(entry -> keeps(entry) ? Stream.empty() : Stream.of(entry.key()))
        .filter(key -> !leftOut.contains(key.text()) && !ScrapeJob.isDiscovery(key.text()))
        .toList();
  }
}
