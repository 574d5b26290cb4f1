package io.firedrill.internal.live;

import static io.firedrill.internal.live.ActionDrill.duration;
import static io.firedrill.internal.live.ActionDrill.failed;
import static io.firedrill.internal.live.ActionDrill.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.firedrill.drill.Drill;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.model.Generator;
import io.firedrill.model.Notification;
import io.firedrill.model.ReceiverFault;
import io.firedrill.model.Timeline;
import io.firedrill.model.TimelineEvent.Attempted;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Alertmanager's behaviour if receivers fail. It retries requests without an answer or with a
 * status 5xx, after random pauses that grow from half a second to 90 s, for the time of {@code
 * group_interval}, here 5m, until the next flush ({@code RetryStage} in its {@code
 * notify/notify.go}, {@code Retrier} in {@code notify/util.go}).
 */
class ReceiverFaultTest {

  static final String[] VERSIONS = TestPairs.VERSIONS;
  private static final String RECEIVER = "data-oncall";

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void losesNothingAndSendsNothingTwiceWhereItIsAnswered503(String version) {
    Timeline timeline = fail(version, new ReceiverFault.Status(503), "10m");

    assertThat(failed(timeline)).startsWith("15m30s HTTP 503").allMatch(a -> a.endsWith("503"));
    assertRetried(timeline);
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void losesNothingAndSendsNothingTwiceWhereItIsRefused(String version) {
    Timeline timeline = fail(version, new ReceiverFault.Refusing(), "10m");

    assertThat(failed(timeline)).startsWith("15m30s connection closed");
    assertRetried(timeline);
  }

  /** From 25m on the receiver works; the retries since 20m30s go on until 25m30s at most. */
  private static void assertRetried(Timeline timeline) {
    assertThat(timeline.attempts()).hasSizeGreaterThan(10);
    // The first pause is half a second, plus or minus half of it.
    assertThat(timeline.attempts().get(1).time())
        .isBefore(ActionDrill.START.plus(duration("15m31s500ms")));
    assertThat(timeline.attempts())
        .extracting(Attempted::time)
        .allMatch(t -> t.isBefore(ActionDrill.START.plus(duration("25m1s"))));
    assertThat(timeline.notifications())
        .singleElement()
        .extracting(Notification::time)
        .matches(t -> !t.isBefore(ActionDrill.START.plus(duration("25m"))))
        .matches(t -> t.isBefore(ActionDrill.START.plus(duration("25m31s"))));
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void givesUpOnWhoNeverAnswersWhenTheGroupIsLookedAtAnew(String version) {
    Timeline timeline = fail(version, new ReceiverFault.Hanging(), "10m");

    assertThat(failed(timeline)).containsExactly("15m30s no answer", "20m30s no answer");
    assertThat(told(timeline)).containsExactly("25m30s firing data-oncall");
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void waitsForASlowAnswer(String version) {
    Timeline timeline = fail(version, new ReceiverFault.Slow(Duration.ofSeconds(20)), "40m");

    assertThat(failed(timeline)).isEmpty();
    assertThat(told(timeline)).containsExactly("15m30s firing data-oncall");
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void takesAnAnswerThatIsTooSlowForNone(String version) {
    Timeline timeline = fail(version, new ReceiverFault.Slow(Duration.ofMinutes(7)), "10m");

    assertThat(failed(timeline)).containsExactly("15m30s no answer", "20m30s no answer");
    assertThat(told(timeline)).containsExactly("25m30s firing data-oncall");
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void triesAgainOnlyAtTheNextLookWhereItIsAnswered400(String version) {
    try (Drill drill = ActionDrill.of(version)) {
      drill
          .at(duration("15m"), d -> d.failReceiver(RECEIVER, new ReceiverFault.Status(400)))
          .at(duration("22m"), d -> d.restoreReceiver(RECEIVER))
          .runFor(duration("1h"));

      assertThat(failed(drill.timeline())).containsExactly("15m30s HTTP 400", "20m30s HTTP 400");
      assertThat(told(drill.timeline())).containsExactly("25m30s firing data-oncall");
    }
  }

  @Test
  void lastsFromTheStartIfItIsSetBeforeTheFirstMove() {
    try (Drill drill = new RigDrill(TestPairs.newest(), ActionDrill.spec(Instant.EPOCH))) {
      drill
          .failReceiver(RECEIVER, new ReceiverFault.Status(400), duration("15m31s"))
          .series(ActionDrill.JOB, Generator.steady(0))
          .runFor(duration("1h"));

      assertThat(failed(drill.timeline())).containsExactly("15m30s HTTP 400");
      assertThat(told(drill.timeline())).containsExactly("20m30s firing data-oncall");
    }
  }

  @Test
  void refusesAnUnknownReceiver() {
    try (Drill drill = ActionDrill.of(TestPairs.VERSIONS[2])) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> drill.failReceiver("data-oncal", new ReceiverFault.Hanging()))
          .withMessage("there is no receiver \"data-oncal\": did you mean \"data-oncall\"?");
    }
  }

  private static Timeline fail(String version, ReceiverFault fault, String duration) {
    return ActionDrill.run(
        version, "15m", d -> d.failReceiver(RECEIVER, fault, duration(duration)), "1h");
  }
}
