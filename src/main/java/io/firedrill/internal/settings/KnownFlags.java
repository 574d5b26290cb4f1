package io.firedrill.internal.settings;

import java.util.Set;

/**
 * The names of flags and features of the servers that were tried, for suggestions. A server may
 * have others: it decides.
 */
final class KnownFlags {

  private static final Set<String> PROMETHEUS =
      words(
          """
          agent
          alertmanager.drain-notification-queue-on-shutdown alertmanager.notification-batch-size
          alertmanager.notification-queue-capacity alertmanager.timeout
          auto-gomaxprocs auto-gomemlimit auto-gomemlimit.ratio
          config.auto-reload config.auto-reload-interval config.file
          enable-feature help log.format log.level
          query.lookback-delta query.max-concurrency query.max-samples query.timeout
          rules.alert.for-grace-period rules.alert.for-outage-tolerance
          rules.alert.resend-delay rules.max-concurrent-evals
          scrape.adjust-timestamps scrape.discovery-reload-interval scrape.timestamp-tolerance
          storage.remote.flush-deadline storage.remote.read-concurrent-limit
          storage.remote.read-max-bytes-in-frame storage.remote.read-sample-limit
          storage.tsdb.allow-overlapping-blocks storage.tsdb.allow-overlapping-compaction
          storage.tsdb.block-reload-interval storage.tsdb.delay-compact-file.path
          storage.tsdb.delayed-compaction.max-percent storage.tsdb.head-chunks-write-queue-size
          storage.tsdb.max-block-chunk-segment-size storage.tsdb.max-block-duration
          storage.tsdb.min-block-duration storage.tsdb.no-lockfile storage.tsdb.path
          storage.tsdb.retention storage.tsdb.retention.size storage.tsdb.retention.time
          storage.tsdb.samples-per-chunk storage.tsdb.wal-compression
          storage.tsdb.wal-compression-type storage.tsdb.wal-segment-size
          version
          web.config.file web.console.libraries web.console.templates web.cors.origin
          web.enable-admin-api web.enable-lifecycle web.enable-otlp-receiver
          web.enable-remote-write-receiver web.external-url web.listen-address
          web.max-connections web.max-notifications-subscribers web.page-title web.read-timeout
          web.remote-write-receiver.accepted-protobuf-messages web.route-prefix
          web.search.max-limit web.user-assets
          """);

  private static final Set<String> ALERTMANAGER =
      words(
          """
          alerts.gc-interval alerts.per-alertname-limit auto-gomemlimit.ratio
          cluster.advertise-address cluster.allow-insecure-public-advertise-address-discovery
          cluster.gossip-interval cluster.label cluster.listen-address cluster.peer
          cluster.peer-name cluster.peer-timeout cluster.peers-resolve-timeout
          cluster.probe-interval cluster.probe-timeout cluster.pushpull-interval
          cluster.reconnect-interval cluster.reconnect-timeout cluster.settle-timeout
          cluster.tcp-timeout cluster.tls-config config.file
          data.maintenance-interval data.retention
          dispatch.maintenance-interval dispatch.start-delay
          enable-feature help log.format log.level log.silences
          silences.max-silence-size-bytes silences.max-silences storage.path version
          web.config.file web.external-url web.get-concurrency web.listen-address
          web.route-prefix web.systemd-socket web.timeout
          """);

  private static final Set<String> FEATURES_OF_PROMETHEUS =
      words(
          """
          agent auto-gomaxprocs auto-gomemlimit auto-reload-config concurrent-rule-eval
          created-timestamp-zero-ingestion delayed-compaction exemplar-storage
          expand-external-labels extra-scrape-metrics fast-startup histograms-st-encoding
          memory-snapshot-on-shutdown metadata-wal-records native-histograms
          new-service-discovery-manager no-default-scrape-port old-ui ooo-native-histograms
          otlp-deltatocumulative otlp-native-delta-ingestion otlp-write-receiver
          promql-at-modifier promql-binop-fill-modifiers promql-delayed-name-removal
          promql-duration-expr promql-experimental-functions promql-extended-range-selectors
          promql-negative-offset promql-per-step-stats remote-write-receiver search-api
          st-storage st-synthesis type-and-unit-labels use-start-timestamps use-uncached-io
          utf8-names xor2-encoding
          """);

  private static final Set<String> FEATURES_OF_ALERTMANAGER =
      words(
          """
          alert-names-in-metrics auto-gomaxprocs auto-gomemlimit classic-mode event-recorder
          group-key-in-metrics receiver-name-in-metrics utf8-strict-mode
          """);

  private KnownFlags() {}

  /** The names of a server's flags. */
  static Set<String> of(FlaggedServer server) {
    return server == FlaggedServer.PROMETHEUS ? PROMETHEUS : ALERTMANAGER;
  }

  /** The names of a server's features. */
  static Set<String> features(FlaggedServer server) {
    return server == FlaggedServer.PROMETHEUS ? FEATURES_OF_PROMETHEUS : FEATURES_OF_ALERTMANAGER;
  }

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }
}
