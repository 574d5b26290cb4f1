package io.firedrill.ml;

import static io.firedrill.assertions.DrillAssertions.assertThat;
import static io.firedrill.assertions.DrillAssertions.duration;
import static io.firedrill.assertions.DrillAssertions.notification;

import io.firedrill.drill.Drill;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.junit.FiredrillTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ML pipeline's alerts and routes, drilled in Java. It is a Tuesday, 10:00 in New York. */
@FiredrillTest(
    rules = "rules/alertmanager_rules.yaml",
    alertmanagerConfig = "rules/alertmanager.yml",
    start = "2026-03-03T15:00:00Z",
    prometheus = "3.5")
class MlPipelineDrillTest {

  private final Pipeline pipeline = new Pipeline();

  @BeforeAll
  static void skippedWithoutServers() {
    TestPairs.newest();
  }

  @Test
  void aFailedIngestionPagesTheDataOnCallAndInhibitsSymptoms(Drill drill) {
    pipeline
        .with(Pipeline.INGESTION, "0x59 1x60") // fails for an hour
        .with(Pipeline.FEATURES, "1x4 0x59 1x60")
        .with(Pipeline.TRAINING, "1x9 0x54 1x60")
        .feed(drill);
    drill.runFor(Duration.ofHours(2));

    assertThat(drill)
        .onlyFired("DataIngestionFailed", "FeatureEngineeringFailed", "ModelTrainingFailed")
        .onlyNotified("data-oncall", "incident-log");
    assertThat(drill.receiver("data-oncall"))
        .received(
            notification() // for: 15m, group_wait: 30s
                .at("15m30s")
                .firing()
                .alert("DataIngestionFailed", "severity", "critical", "source", "quotes")
                .title("DataIngestionFailed: Ingestion of quotes keeps failing"),
            notification().at("1h15m30s").resolved()); // well from 1h on, keep_firing_for: 15m
  }

  @Test
  void aCompletePipelineOutageIsOnePage(Drill drill) {
    pipeline
        .withNoMetricsAfter(10)
        .with(Pipeline.INGESTION_UP, "1x9 0x80")
        .with(Pipeline.PUSHGATEWAY_UP, "1x9 0x80")
        .with(Pipeline.BOT_UP, "1x9 0x80")
        .feed(drill);
    drill.runFor(Duration.ofMinutes(90));

    assertThat(drill.alerts("ServiceDown")).hasFiringCountAt(Duration.ofHours(1), 2);
    assertThat(drill.alerts("PaperTradingBotDown")).isFiring();
    assertThat(drill.alerts("PipelineMetricAbsent")).hasFiringCountAt(Duration.ofHours(1), 7);
    assertThat(drill).onlyNotified("platform-oncall", "incident-log");
    assertThat(drill.receiver("platform-oncall"))
        .received(notification().at("12m30s").firing().alert("MLPipelineDown"));
  }

  @Test
  void aDeploymentThatRestartsTheBotSendsNoPage(Drill drill) {
    pipeline.with(Pipeline.BOT_UP, "1x9 0x4 1x60").feed(drill); // down for five minutes
    drill.runFor(Duration.ofHours(1));

    assertThat(drill.alerts("PaperTradingBotDown"))
        .isPendingFor(Duration.ofMinutes(5))
        .neverFires();
    assertThat(drill).nobodyNotified();
  }

  @Test
  void theDeskIsPagedWhenTheMarketOpensAndSlackAtOnce(Drill drill) {
    drill.startAt(Instant.parse("2026-03-04T13:00:00Z")); // 8:00 in New York
    pipeline.with(Pipeline.BOT_UP, "0x200").feed(drill);
    drill.runFor(Duration.ofHours(2));

    assertThat(drill.receiver("trading-slack"))
        .received(notification().at("5m30s").alert("PaperTradingBotDown"));
    assertThat(drill.receiver("trading-oncall"))
        .received(notification().at("1h30m30s").alert("PaperTradingBotDown")); // 9:30 in New York
  }

  @Test
  void aRatioAroundTheThresholdIsOnePage(Drill drill) {
    drill.evaluateEvery(Duration.ofMinutes(5));
    pipeline
        .with(Pipeline.SHARPE_RATIO, "0.3 0.7 0.3 0.6 ".repeat(18)) // 0.475 on average
        .feed(drill);
    drill.runFor(Duration.ofHours(4));

    assertThat(drill.alerts("RLAgentSharpeRatioLow"))
        .firesTimes(1)
        .isFiringBetween(duration("40m"), duration("4h"))
        .hasAnnotation("summary", "/RL agent momentum has a Sharpe ratio of 0.4[789]/");
    assertThat(drill.receiver("ml-oncall")).receivedTimes(1);
  }
}
