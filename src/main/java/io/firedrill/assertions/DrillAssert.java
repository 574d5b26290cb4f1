package io.firedrill.assertions;

import io.firedrill.drill.Drill;
import io.firedrill.internal.live.ClaimedNotifications;
import io.firedrill.internal.live.RigDrill;
import io.firedrill.internal.timeline.OtherTimeline;
import io.firedrill.internal.verdict.Difference;
import io.firedrill.internal.verdict.Differences;
import io.firedrill.internal.verdict.FailureText;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.VirtualTime;
import io.firedrill.model.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Assertions about a drill as a whole. {@link #onlyFired} and {@link #onlyNotified}, with {@link
 * ReceiverAssert#received} for each of the receivers, cover everything that happens, like {@code
 * strict} in a scenario file.
 *
 * <p>In the examples, a pipeline fails for 18 hours from the start, and its alert has {@code for:
 * 15m}. {@code drill} has run for 24 hours, {@code after10m} for 10 minutes and {@code after1h} for
 * one hour. In {@code healthy}, the pipeline does not fail. In {@code broken}, a rule cannot be
 * evaluated.
 */
public class DrillAssert extends SubjectAssert<DrillAssert, Drill> {

  /** Assertions about this drill. */
  public DrillAssert(Drill actual) {
    super(actual, DrillAssert.class);
  }

  /**
   * Verifies that exactly the alerts with these names have fired, at any time.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill).onlyFired("DataIngestionFailed");
   * // fails
   * assertThat(healthy).onlyFired("DataIngestionFailed");
   * }</pre>
   */
  public DrillAssert onlyFired(String... alertnames) {
    return judged(
        "alerts that fire",
        other -> false,
        observed -> Optional.empty(),
        alertnames,
        Differences::unknownAlert,
        timeline ->
            NamesDiffer.fired(timeline, List.of(alertnames), evaluations())
                .map(d -> timeline.equals(actual.timeline()) ? explained(d) : d)
                .map(Difference::text));
  }

  /**
   * Verifies that no alert has fired.
   *
   * <pre>{@code
   * // passes
   * assertThat(after10m).nothingFired();
   * // fails
   * assertThat(drill).nothingFired();
   * }</pre>
   */
  public DrillAssert nothingFired() {
    return onlyFired();
  }

  /**
   * Verifies that exactly these receivers have been notified, at any time.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill).onlyNotified("data-oncall");
   * // fails
   * assertThat(drill).onlyNotified("data-oncall", "everybody");
   * }</pre>
   */
  public DrillAssert onlyNotified(String... receivers) {
    String subject = "receivers that are notified";
    return judged(
        subject,
        other -> true,
        observed -> NothingToJudge.withoutAlertmanager(subject, observed),
        receivers,
        Differences::unknownReceiver,
        timeline ->
            NamesDiffer.notified(timeline, List.of(receivers))
                .map(d -> timeline.equals(actual.timeline()) ? explained(d) : d)
                .map(Difference::text));
  }

  /**
   * Verifies that no receiver has been notified.
   *
   * <pre>{@code
   * // passes
   * assertThat(after10m).nobodyNotified();
   * // fails
   * assertThat(drill).nobodyNotified();
   * }</pre>
   */
  public DrillAssert nobodyNotified() {
    return onlyNotified();
  }

  /**
   * Verifies that every rule could be evaluated, and every request to a receiver could be decoded.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill).hasNoProblems();
   * // fails
   * assertThat(broken).hasNoProblems();
   * }</pre>
   */
  public DrillAssert hasNoProblems() {
    isNotNull();
    List<String> problems = actual.problems();
    return require(
        problems.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new FailureText("expected no problems").section("found:", problems).text()));
  }

  /**
   * Verifies the drill's current time, as virtual time since its start.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill).isAt(duration("24h"));
   * // fails
   * assertThat(drill).isAt(duration("12h"));
   * }</pre>
   */
  public DrillAssert isAt(Duration time) {
    isNotNull();
    VirtualTime virtual = new VirtualTime(actual.start());
    return require(
        actual.now().equals(actual.start().plus(time))
            ? Optional.empty()
            : Optional.of(
                "expected the drill at %s, it is at %s"
                    .formatted(virtual.text(time), virtual.text(actual.now()))));
  }

  private List<Instant> evaluations() {
    return ClaimedNotifications.of(actual.receiver("")).observed().evaluations();
  }

  private Difference explained(Difference difference) {
    return ClaimedNotifications.of(actual.receiver("")).explained(difference);
  }

  /** Fails if there is nothing to check; otherwise runs the check. */
  private DrillAssert judged(
      String subject,
      Predicate<OtherTimeline> concerns,
      Function<Observed, Optional<String>> never,
      String[] names,
      BiFunction<String, Observed, Optional<Difference>> unknown,
      Function<Timeline, Optional<String>> check) {
    isNotNull();
    Observed observed = RigDrill.of(actual).observed();
    return require(
        never
            .apply(observed)
            .or(
                () ->
                    Arrays.stream(names)
                        .flatMap(name -> unknown.apply(name, observed).stream())
                        .map(Difference::text)
                        .findFirst())
            .or(() -> NothingToJudge.yet(subject, observed))
            .or(() -> EachCase.judge(observed.timeline(), concerns, check)));
  }
}
