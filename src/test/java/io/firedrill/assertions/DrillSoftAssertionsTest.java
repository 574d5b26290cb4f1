package io.firedrill.assertions;

import static io.firedrill.assertions.DrillAssertions.alert;
import static io.firedrill.assertions.DrillAssertions.notification;
import static io.firedrill.assertions.DrillAssertions.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.firedrill.drill.QueryAnswer;
import io.firedrill.internal.live.AnsweredQuery;
import io.firedrill.internal.timeline.RunTimeline;
import io.firedrill.internal.verdict.Given;
import io.firedrill.internal.verdict.QueryOutcome;
import io.firedrill.model.Timeline;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;

class DrillSoftAssertionsTest {

  private static final Given GIVEN = Subjects.two();
  private static final Timeline EMPTY = new RunTimeline(Instant.EPOCH, Instant.EPOCH, List.of());
  private static final QueryAnswer REFUSED =
      new AnsweredQuery(
          "up{",
          GIVEN.instant("5m"),
          new QueryOutcome.Refusal("1:4: parse error: no end"),
          GIVEN.observed());

  /** Something that an assertion does not hold with, for each type of parameter. */
  private static final Map<Class<?>, Object> ARGUMENTS =
      Map.ofEntries(
          Map.entry(Duration.class, Duration.ofHours(9)),
          Map.entry(String.class, "x"),
          Map.entry(String[].class, new String[] {"x", "x"}),
          Map.entry(double.class, -1.0),
          Map.entry(int.class, 99),
          Map.entry(Offset.class, within(0.5)),
          Map.entry(Object.class, EMPTY),
          Map.entry(Path.class, Path.of("no-such-snapshot.txt")),
          Map.entry(NotificationSpec.class, notification().at("1s")),
          Map.entry(NotificationSpec[].class, new NotificationSpec[] {notification().at("1s")}),
          Map.entry(SampleSpec[].class, new SampleSpec[] {sample("x", 1)}));

  /** Subjects of which nothing holds. */
  static Stream<Arguments> everyAssertion() {
    return Stream.of(
            of(AlertsAssert.class, s -> s.assertThat(Subjects.alerts(GIVEN, "Unknown"))),
            of(ReceiverAssert.class, s -> s.assertThat(Subjects.receiver(GIVEN, "unknown"))),
            of(QueryAssert.class, s -> s.assertThat(REFUSED)),
            of(
                TimelineAssert.class,
                s ->
                    s.assertThat(
                        GIVEN.notified(GIVEN.webhook("1m", "firing")).observed().timeline())))
        .flatMap(s -> s);
  }

  private static Stream<Arguments> of(
      Class<?> type, Function<DrillSoftAssertions, AbstractAssert<?, ?>> subject) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isBridge() && !m.isSynthetic())
        .filter(m -> !Modifier.isStatic(m.getModifiers()))
        .map(m -> Arguments.of(type.getSimpleName() + "." + m.getName(), m, subject));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyAssertion")
  void collectAndGoOn(
      String name, Method assertion, Function<DrillSoftAssertions, AbstractAssert<?, ?>> subject)
      throws ReflectiveOperationException {
    DrillSoftAssertions softly = new DrillSoftAssertions();
    AbstractAssert<?, ?> assertions = subject.apply(softly);
    Object[] arguments = Arrays.stream(assertion.getParameterTypes()).map(ARGUMENTS::get).toArray();

    Object next = assertion.invoke(assertions, arguments);
    assertion.invoke(next, arguments);

    assertThat(next).isSameAs(assertions);
    assertThat(softly.assertionErrorsCollected()).as(name).hasSize(2);
  }

  @Test
  void reportAllFailuresTogether() {
    assertThatThrownBy(
            () ->
                DrillSoftAssertions.assertSoftly(
                    softly -> {
                      softly
                          .assertThat(Subjects.alerts(GIVEN, "Ingestion"))
                          .as("too late")
                          .firesFirstAt(Duration.ofMinutes(9))
                          .firesFirstAt(Duration.ofMinutes(10))
                          .neverFires();
                      softly.assertThat(EMPTY).withFailMessage("nobody was told").onlyNotified("x");
                      softly.assertThat("AssertJ's own").isBlank();
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Multiple Failures (4 failures)")
        .hasMessageContaining("[too late] Ingestion: expected to fire first at 9m, fires first at")
        .hasMessageContaining("[too late] Ingestion: expected never to fire")
        .hasMessageContaining("nobody was told")
        .hasMessageContaining("AssertJ's own");
  }

  @Test
  void areInjectedByTheExtensionOfAssertJ() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(Injected.class))
        .execute()
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test("failsTwice"),
                finishedWithFailure(message(m -> m.contains("Multiple Failures (2 failures)")))));
  }

  /** Run by the test above alone. */
  @ExtendWith(SoftAssertionsExtension.class)
  static class Injected {

    @InjectSoftAssertions private DrillSoftAssertions softly;

    @Test
    void failsTwice() {
      softly.assertThat(Subjects.receiver(GIVEN, "ml-slack")).receivedTimes(2);
      softly
          .assertThat(Subjects.receiver(GIVEN, "data-oncall"))
          .received(notification().alerts(alert("Other")));
    }
  }

  @Test
  void tellTheSameStatesAndTimelineOnce() {
    DrillSoftAssertions softly = new DrillSoftAssertions();

    softly
        .assertThat(Subjects.alerts(GIVEN, "Ingestion"))
        .firesFirstAt(Duration.ofMinutes(9))
        .firesTimes(7);

    assertThat(softly.assertionErrorsCollected().get(0).getMessage())
        .contains("\n  timeline", "inactive -> pending");
    assertThat(softly.assertionErrorsCollected().get(1).getMessage())
        .contains("expected to fire 7 times", ": as above")
        .doesNotContain("inactive -> pending");
  }
}
