package io.firedrill.ml;

import static io.firedrill.assertions.DrillAssertions.assertThat;
import static io.firedrill.assertions.DrillAssertions.duration;
import static io.firedrill.assertions.DrillAssertions.notification;

import io.firedrill.drill.Drill;
import io.firedrill.internal.live.DrillSpec;
import io.firedrill.internal.live.RigDrill;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.container.TestImages;
import io.firedrill.internal.rig.process.TestPairs;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * From the instrumented script to the pager: a Python script and a Java service export metrics,
 * Prometheus scrapes them with the pack's own configuration and evaluates the pack's rules, and
 * Alertmanager groups, silences, inhibits, and notifies by mail, Slack, PagerDuty, OpsGenie and
 * webhook.
 *
 * <p>Targets are scraped every 30 s and rules evaluated every minute. So an event at minute n is
 * scraped within 30 s and seen by the evaluation at n + 1. After {@code for} the alert fires, and
 * after {@code group_wait}, 30 s, the first notification is sent. Groups are flushed every 5 m from
 * then on.
 */
class WorkflowTest {

  /** Where the servers run. */
  enum Where {
    PROCESSES(TestPairs::newest),
    CONTAINER(TestImages::newest);

    private final Supplier<RigFactory> rigs;

    Where(Supplier<RigFactory> rigs) {
      this.rigs = rigs;
    }
  }

  private static final Path SCRIPT =
      Path.of("src/test/resources/io/firedrill/ml/ingestion.py").toAbsolutePath();

  @TempDir private Path sources;

  @ParameterizedTest
  @EnumSource
  void fromTheInstrumentedScriptToThePager(Where where) throws Exception {
    PythonClient.require();
    provideSources();
    PrometheusRegistry registry = new PrometheusRegistry();
    Gauge features = features(registry);
    try (HTTPServer exporter = exporter(registry);
        Drill drill = new RigDrill(where.rigs.get(), spec())) {
      drill
          .target("data-ingestion:8000")
          .command(PythonClient.PYTHON, SCRIPT.toString(), sources.toString());
      drill.target("feature-engineering:8000").from(address(exporter));
      drill
          .target("model-training:8000")
          .series("pipeline_job_success_status{model=\"news\"}", "1");
      drill
          .target("pushgateway:9091")
          .series(pushed("sentiment_model_validation_accuracy{model=\"news\", "), "0.82x9 0.6")
          .series(pushed("sentiment_model_validation_accuracy{model=\"blogs\", "), "0.9x59 0.8")
          .series(pushed("rl_agent_backtest_sharpe_ratio{agent=\"momentum\", "), "1.4");
      for (String quiet :
          new String[] {"sentiment-api:8000", "localhost:9090", "alertmanager:9093"}) {
        drill.target(quiet);
      }
      drill.target("paper-trading-bot:8000");

      drill
          .at(duration("10m"), d -> removeSources())
          .at(duration("12m"), d -> features.set(0))
          .at(duration("15m"), d -> d.silence(duration("1h"), "alertname=\"PaperTradingBotDown\""))
          .at(duration("20m"), d -> d.target("paper-trading-bot:8000").down())
          .at(duration("40m"), d -> d.target("paper-trading-bot:8000").up())
          .at(duration("50m"), d -> provideSources())
          .at(duration("50m"), d -> features.set(1))
          .runFor(duration("1h50m"));

      told(drill);
      howTheyWereTold(drill);
      keptQuiet(drill);
    }
  }

  private static void told(Drill drill) {
    // Fails from 10m on, seen at 11m, for: 15m. Both sources are one page. Well at 51m,
    // keep_firing_for: 15m: resolved at 1h6m, and notified at the next flush.
    assertThat(drill.receiver("data-oncall"))
        .received(
            notification()
                .at("26m30s")
                .firing()
                .alert("DataIngestionFailed", "source", "quotes", "instance", "data-ingestion:8000")
                .alert("DataIngestionFailed", "source", "news", "system", "mlops"),
            notification().at("1h6m30s").resolved());
    // From 10m on, for: 30m.
    assertThat(drill.receiver("ml-oncall"))
        .received(
            notification()
                .at("41m30s")
                .firing()
                .alert("SentimentModelAccuracyLow", "model", "news", "service", "sentiment-model"));
    // From 1h on, for: 30m. By mail and in Slack.
    assertThat(drill.receiver("ml-team"))
        .receivedInAnyOrder(
            notification().at("1h31m30s").alert("SentimentModelAccuracyDropped", "model", "blogs"),
            notification().at("1h31m30s").alert("SentimentModelAccuracyDropped", "model", "blogs"));
    assertThat(drill.receiver("incident-log"))
        .received(
            notification().at("26m30s").firing(),
            notification().at("41m30s").firing(),
            notification().at("1h6m30s").resolved());
    // The dead man's switch: from the start on, every 5 minutes.
    assertThat(drill.receiver("dead-mans-switch"))
        .contains(notification().at("0s").alert("Watchdog"))
        .contains(notification().at("1h45m").alert("Watchdog"));
  }

  private static void howTheyWereTold(Drill drill) {
    Assertions.assertThat(drill.timeline().notifications())
        .extracting(n -> n.receiver() + " by " + n.integration())
        .containsOnly(
            "data-oncall by pagerduty",
            "ml-oncall by opsgenie",
            "ml-team by slack",
            "ml-team by email",
            "incident-log by webhook",
            "dead-mans-switch by webhook");
  }

  private static void keptQuiet(Drill drill) {
    // Features fail from 12m to 50m, seen from 13m to 50m, for: 30m; inhibited as a symptom.
    assertThat(drill.alerts("FeatureEngineeringFailed"))
        .isFiringBetween(duration("43m"), duration("50m"));
    // The bot is down from 20m to 40m, for: 5m; the desk knows, and has silenced it.
    assertThat(drill.alerts("PaperTradingBotDown"))
        .isFiringBetween(duration("26m"), duration("40m"));
    assertThat(drill)
        .onlyNotified("data-oncall", "ml-oncall", "ml-team", "incident-log", "dead-mans-switch");
  }

  private static DrillSpec spec() {
    return DrillSpec.ofRules(
            Path.of("rules/alertmanager_rules.yaml"), Path.of("rules/watchdog.yaml"))
        .prometheusConfig(Path.of("rules/prometheus.yml"))
        .alertmanagerConfig(Path.of("rules/alertmanager.yml"))
        .start(Instant.parse("2026-03-03T15:00:00Z")) // a Tuesday, 10:00 in New York
        .build();
  }

  /** Pushed metrics have their own job, service and pipeline labels. */
  private static String pushed(String series) {
    String service = series.startsWith("sentiment") ? "sentiment-model" : "rl-agent";
    String pipeline = series.startsWith("sentiment") ? "evaluation" : "backtest";
    return "%sjob=\"%s\", service=\"%s\", pipeline=\"%s\"}"
        .formatted(series, pipeline, service, pipeline);
  }

  private static Gauge features(PrometheusRegistry registry) {
    Counter.builder()
        .name("pipeline_component_errors_total")
        .help("Failed operations")
        .labelNames("component")
        .register(registry)
        .initLabelValues("feature-store");
    Gauge success =
        Gauge.builder()
            .name("pipeline_job_success_status")
            .help("1 if the last run succeeded")
            .register(registry);
    success.set(1);
    return success;
  }

  private static HTTPServer exporter(PrometheusRegistry registry) throws IOException {
    return HTTPServer.builder()
        .inetAddress(InetAddress.getLoopbackAddress())
        .port(0)
        .registry(registry)
        .buildAndStart();
  }

  private static URI address(HTTPServer exporter) {
    return URI.create("http://127.0.0.1:" + exporter.getPort() + "/metrics");
  }

  private void provideSources() {
    try {
      Files.writeString(sources.resolve("quotes.csv"), "AAPL,187.2\n");
      Files.writeString(sources.resolve("news.csv"), "all is well\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void removeSources() {
    try {
      Files.delete(sources.resolve("quotes.csv"));
      Files.delete(sources.resolve("news.csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
