package io.firedrill.assertions;

import io.firedrill.drill.AlertSelection;
import io.firedrill.internal.live.SelectedAlerts;
import io.firedrill.internal.prometheus.ActiveAlert;
import io.firedrill.internal.scenario.StateManner;
import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.internal.verdict.Difference;
import io.firedrill.internal.verdict.Differences;
import io.firedrill.internal.verdict.ExpectedState;
import io.firedrill.internal.verdict.Field;
import io.firedrill.internal.verdict.NumberText;
import io.firedrill.internal.verdict.SampleComparison.Agreement;
import io.firedrill.internal.verdict.SeriesText;
import io.firedrill.model.AlertState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assertj.core.data.Offset;

/**
 * Assertions about the alerts with one name and optionally some labels.
 *
 * <p>All times are virtual and count from the drill's start. A given time must be the time of an
 * evaluation. Every assertion fails for an alert name that no rule has, and for a time that the
 * drill has not reached. In expected texts, {@code /.../} is a regular expression that must match
 * the whole text.
 *
 * <p>In the examples, a pipeline fails for 18 hours from the start, and its alert has {@code for:
 * 15m}. {@code drill} has run for 24 hours, {@code after10m} for 10 minutes and {@code after1h} for
 * one hour. In {@code healthy}, the pipeline does not fail.
 */
public class AlertsAssert extends SubjectAssert<AlertsAssert, AlertSelection> {

  /** Assertions about these alerts. */
  public AlertsAssert(AlertSelection actual) {
    super(actual, AlertsAssert.class);
  }

  /**
   * Verifies that at the last evaluation at least one of the alerts is firing, and none is pending.
   *
   * <pre>{@code
   * // passes
   * assertThat(after1h.alerts("DataIngestionFailed")).isFiring();
   * // fails
   * assertThat(after10m.alerts("DataIngestionFailed")).isFiring();
   * }</pre>
   */
  public AlertsAssert isFiring() {
    return isNow(AlertState.FIRING);
  }

  /**
   * Verifies that at the last evaluation at least one of the alerts is pending, and none is firing.
   *
   * <pre>{@code
   * // passes
   * assertThat(after10m.alerts("DataIngestionFailed")).isPending();
   * // fails
   * assertThat(after1h.alerts("DataIngestionFailed")).isPending();
   * }</pre>
   */
  public AlertsAssert isPending() {
    return isNow(AlertState.PENDING);
  }

  /**
   * Verifies that at the last evaluation none of the alerts is pending or firing.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).isInactive();
   * // fails
   * assertThat(after1h.alerts("DataIngestionFailed")).isInactive();
   * }</pre>
   */
  public AlertsAssert isInactive() {
    return isNow(AlertState.INACTIVE);
  }

  /**
   * Verifies that at this evaluation at least one of the alerts is firing, and none is pending.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).isFiringAt(duration("15m"));
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).isFiringAt(duration("14m"));
   * }</pre>
   */
  public AlertsAssert isFiringAt(Duration time) {
    return is(AlertState.FIRING, time, time);
  }

  /**
   * Verifies that at this evaluation at least one of the alerts is pending, and none is firing.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).isPendingAt(duration("14m"));
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).isPendingAt(duration("15m"));
   * }</pre>
   */
  public AlertsAssert isPendingAt(Duration time) {
    return is(AlertState.PENDING, time, time);
  }

  /**
   * Verifies that at this evaluation none of the alerts is pending or firing.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).isInactiveAt(duration("19h"));
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).isInactiveAt(duration("17h"));
   * }</pre>
   */
  public AlertsAssert isInactiveAt(Duration time) {
    return is(AlertState.INACTIVE, time, time);
  }

  /**
   * Verifies {@link #isFiringAt} for every evaluation from one time to another, both included.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed"))
   *     .isFiringBetween(duration("15m"), duration("18h"));
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed"))
   *     .isFiringBetween(duration("14m"), duration("18h"));
   * }</pre>
   */
  public AlertsAssert isFiringBetween(Duration from, Duration to) {
    return is(AlertState.FIRING, from, to);
  }

  /**
   * Verifies {@link #isPendingAt} for every evaluation from one time to another, both included.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed"))
   *     .isPendingBetween(duration("0s"), duration("14m"));
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed"))
   *     .isPendingBetween(duration("0s"), duration("15m"));
   * }</pre>
   */
  public AlertsAssert isPendingBetween(Duration from, Duration to) {
    return is(AlertState.PENDING, from, to);
  }

  /**
   * Verifies {@link #isInactiveAt} for every evaluation from one time to another, both included.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed"))
   *     .isInactiveBetween(duration("19h"), duration("24h"));
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed"))
   *     .isInactiveBetween(duration("18h"), duration("24h"));
   * }</pre>
   */
  public AlertsAssert isInactiveBetween(Duration from, Duration to) {
    return is(AlertState.INACTIVE, from, to);
  }

  /**
   * Verifies that at the last evaluation none of the alerts is firing; they may be pending.
   *
   * <pre>{@code
   * // passes
   * assertThat(after10m.alerts("DataIngestionFailed")).isNotFiring();
   * // fails
   * assertThat(after1h.alerts("DataIngestionFailed")).isNotFiring();
   * }</pre>
   */
  public AlertsAssert isNotFiring() {
    return isNow(AlertState.FIRING, StateManner.NEVER);
  }

  /**
   * Verifies that at this evaluation none of the alerts is firing.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).isNotFiringAt(duration("14m"));
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).isNotFiringAt(duration("15m"));
   * }</pre>
   */
  public AlertsAssert isNotFiringAt(Duration time) {
    return is(AlertState.FIRING, StateManner.NEVER, time, time);
  }

  /**
   * Verifies {@link #isNotFiringAt} for every evaluation from one time to another, both included.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).isNotFiringBetween(duration("0s"), duration("14m"));
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).isNotFiringBetween(duration("0s"), duration("15m"));
   * }</pre>
   */
  public AlertsAssert isNotFiringBetween(Duration from, Duration to) {
    return is(AlertState.FIRING, StateManner.NEVER, from, to);
  }

  /**
   * Verifies that at the last evaluation none of the alerts is pending; they may be firing.
   *
   * <pre>{@code
   * // passes
   * assertThat(after1h.alerts("DataIngestionFailed")).isNotPending();
   * // fails
   * assertThat(after10m.alerts("DataIngestionFailed")).isNotPending();
   * }</pre>
   */
  public AlertsAssert isNotPending() {
    return isNow(AlertState.PENDING, StateManner.NEVER);
  }

  /**
   * Verifies that at this evaluation none of the alerts is pending.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).isNotPendingAt(duration("15m"));
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).isNotPendingAt(duration("14m"));
   * }</pre>
   */
  public AlertsAssert isNotPendingAt(Duration time) {
    return is(AlertState.PENDING, StateManner.NEVER, time, time);
  }

  /**
   * Verifies {@link #isNotPendingAt} for every evaluation from one time to another, both included.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).isNotPendingBetween(duration("15m"), duration("24h"));
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).isNotPendingBetween(duration("14m"), duration("24h"));
   * }</pre>
   */
  public AlertsAssert isNotPendingBetween(Duration from, Duration to) {
    return is(AlertState.PENDING, StateManner.NEVER, from, to);
  }

  /**
   * Verifies that at one or more evaluations of the drill any of the alerts is firing.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).firesAtLeastOnce();
   * // fails
   * assertThat(after10m.alerts("DataIngestionFailed")).firesAtLeastOnce();
   * }</pre>
   */
  public AlertsAssert firesAtLeastOnce() {
    return course(Duration.ZERO, c -> TimesDiffer.atLeastOnce(c, AlertState.FIRING));
  }

  /**
   * Verifies that at one or more evaluations from one time to another, both included, any of the
   * alerts is firing.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).firesAtLeastOnceBetween(duration("0s"), duration("15m"));
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).firesAtLeastOnceBetween(duration("0s"), duration("14m"));
   * }</pre>
   */
  public AlertsAssert firesAtLeastOnceBetween(Duration from, Duration to) {
    return is(AlertState.FIRING, StateManner.AT_LEAST_ONCE, from, to);
  }

  /**
   * Verifies that at one or more evaluations of the drill any of the alerts is pending.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).isPendingAtLeastOnce();
   * // fails
   * assertThat(healthy.alerts("DataIngestionFailed")).isPendingAtLeastOnce();
   * }</pre>
   */
  public AlertsAssert isPendingAtLeastOnce() {
    return course(Duration.ZERO, c -> TimesDiffer.atLeastOnce(c, AlertState.PENDING));
  }

  /**
   * Verifies that at one or more evaluations from one time to another, both included, any of the
   * alerts is pending.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).isPendingAtLeastOnceBetween(duration("0s"), duration("1h"));
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).isPendingAtLeastOnceBetween(duration("15m"), duration("1h"));
   * }</pre>
   */
  public AlertsAssert isPendingAtLeastOnceBetween(Duration from, Duration to) {
    return is(AlertState.PENDING, StateManner.AT_LEAST_ONCE, from, to);
  }

  /**
   * Verifies that this is the first evaluation at which any of the alerts fires.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).firesFirstAt(duration("15m"));
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).firesFirstAt(duration("16m"));
   * }</pre>
   */
  public AlertsAssert firesFirstAt(Duration time) {
    return course(time, course -> FirstTimeDiffers.check(course, AlertState.FIRING, time));
  }

  /**
   * Verifies that this is the first evaluation at which any of the alerts is pending.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).isPendingFirstAt(duration("0s"));
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).isPendingFirstAt(duration("15m"));
   * }</pre>
   */
  public AlertsAssert isPendingFirstAt(Duration time) {
    return course(time, course -> FirstTimeDiffers.check(course, AlertState.PENDING, time));
  }

  /**
   * Verifies that the alerts fire exactly once in the drill, for this long: from the first
   * evaluation at which any of them fires to the first at which none does any more.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).firesFor(duration("17h46m"));
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).firesFor(duration("18h"));
   * }</pre>
   */
  public AlertsAssert firesFor(Duration time) {
    return course(Duration.ZERO, c -> LengthDiffers.check(c, AlertState.FIRING, time));
  }

  /**
   * Verifies that the alerts are pending exactly once in the drill, for this long: from the first
   * evaluation at which any of them is pending to the first at which none is any more.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).isPendingFor(duration("15m"));
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).isPendingFor(duration("14m"));
   * }</pre>
   */
  public AlertsAssert isPendingFor(Duration time) {
    return course(Duration.ZERO, c -> LengthDiffers.check(c, AlertState.PENDING, time));
  }

  /**
   * Verifies that the alerts are resolved at this evaluation: at least one of them fires at the
   * previous evaluation, and none at this one.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).isResolvedAt(duration("18h1m"));
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).isResolvedAt(duration("18h"));
   * }</pre>
   */
  public AlertsAssert isResolvedAt(Duration time) {
    return course(time, course -> ResolutionDiffers.check(course, time));
  }

  /**
   * Verifies how often the alerts start to fire.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).firesTimes(1);
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).firesTimes(2);
   * }</pre>
   */
  public AlertsAssert firesTimes(int times) {
    return course(Duration.ZERO, c -> TimesDiffer.check(c, AlertState.FIRING, times));
  }

  /**
   * Verifies that none of the alerts ever fires in the drill.
   *
   * <pre>{@code
   * // passes
   * assertThat(after10m.alerts("DataIngestionFailed")).neverFires();
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).neverFires();
   * }</pre>
   */
  public AlertsAssert neverFires() {
    expectNone();
    return course(Duration.ZERO, c -> TimesDiffer.check(c, AlertState.FIRING, 0));
  }

  /**
   * Verifies that none of the alerts is ever pending in the drill.
   *
   * <pre>{@code
   * // passes
   * assertThat(healthy.alerts("DataIngestionFailed")).neverPends();
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).neverPends();
   * }</pre>
   */
  public AlertsAssert neverPends() {
    expectNone();
    return course(Duration.ZERO, c -> TimesDiffer.check(c, AlertState.PENDING, 0));
  }

  /**
   * Verifies how many of the alerts are firing at this evaluation.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).hasFiringCountAt(duration("1h"), 1);
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).hasFiringCountAt(duration("1h"), 2);
   * }</pre>
   */
  public AlertsAssert hasFiringCountAt(Duration time, int count) {
    return count(time, AlertState.FIRING, count);
  }

  /**
   * Verifies how many of the alerts are pending at this evaluation.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).hasPendingCountAt(duration("10m"), 1);
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).hasPendingCountAt(duration("1h"), 1);
   * }</pre>
   */
  public AlertsAssert hasPendingCountAt(Duration time, int count) {
    return count(time, AlertState.PENDING, count);
  }

  /**
   * Verifies that all pending and firing alerts have this label, at the last evaluation at which
   * there are any.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).hasLabel("severity", "critical");
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).hasLabel("severity", "warning");
   * }</pre>
   */
  public AlertsAssert hasLabel(String name, String value) {
    return hasLabels(name, value);
  }

  /**
   * Like {@link #hasLabel}, for several labels: name, value, name, value and so on. Other labels
   * are ignored.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).hasLabels("team", "data", "source", "quotes");
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).hasLabels("team", "ml");
   * }</pre>
   */
  public AlertsAssert hasLabels(String... namesAndValues) {
    return last(labels(namesAndValues));
  }

  /**
   * Like {@link #hasLabel}, for an annotation.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).hasAnnotation("summary", "/Ingestion of .+/");
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).hasAnnotation("summary", "quotes");
   * }</pre>
   */
  public AlertsAssert hasAnnotation(String name, String value) {
    return hasAnnotations(name, value);
  }

  /**
   * Like {@link #hasLabel}, for several annotations: name, value, name, value and so on.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).hasAnnotations("summary", "/Ingestion of .+/");
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).hasAnnotations("summary", "quotes");
   * }</pre>
   */
  public AlertsAssert hasAnnotations(String... namesAndValues) {
    return last(annotations(namesAndValues));
  }

  /**
   * Like {@link #hasLabel}, for the value of the rule's expression.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).hasValue(0);
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).hasValue(1);
   * }</pre>
   */
  public AlertsAssert hasValue(double value) {
    return last(value(value, Numbers.same()));
  }

  /**
   * Like {@link #hasLabel}, for the value of the rule's expression, within an offset.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).hasValue(0.05, within(0.1));
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).hasValue(0.5, within(0.1));
   * }</pre>
   */
  public AlertsAssert hasValue(double value, Offset<Double> offset) {
    return last(value(value, Numbers.within(offset)));
  }

  /**
   * Verifies that all alerts that are pending or firing at this evaluation have these labels.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).hasLabelsAt(duration("15m"), "team", "data");
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).hasLabelsAt(duration("15m"), "team", "ml");
   * }</pre>
   */
  public AlertsAssert hasLabelsAt(Duration time, String... namesAndValues) {
    Function<PresentAlert, List<Field>> compare = labels(namesAndValues);
    return at(time, e -> DetailsDiffer.check(subject(), e, compare));
  }

  /**
   * Like {@link #hasLabelsAt}, for annotations.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed"))
   *     .hasAnnotationsAt(duration("3m"), "summary", "/Ingestion of .+/");
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed"))
   *     .hasAnnotationsAt(duration("3m"), "summary", "quotes");
   * }</pre>
   */
  public AlertsAssert hasAnnotationsAt(Duration time, String... namesAndValues) {
    Function<PresentAlert, List<Field>> compare = annotations(namesAndValues);
    return at(time, e -> DetailsDiffer.check(subject(), e, compare));
  }

  /**
   * Like {@link #hasLabelsAt}, for the value of the rule's expression.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).hasValueAt(duration("15m"), 0);
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).hasValueAt(duration("15m"), 1);
   * }</pre>
   */
  public AlertsAssert hasValueAt(Duration time, double value) {
    return at(time, e -> DetailsDiffer.check(subject(), e, value(value, Numbers.same())));
  }

  /**
   * Like {@link #hasLabelsAt}, for the value of the rule's expression, within an offset.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.alerts("DataIngestionFailed")).hasValueAt(duration("15m"), 0.05, within(0.1));
   * // fails
   * assertThat(drill.alerts("DataIngestionFailed")).hasValueAt(duration("15m"), 0.5, within(0.1));
   * }</pre>
   */
  public AlertsAssert hasValueAt(Duration time, double value, Offset<Double> offset) {
    return at(time, e -> DetailsDiffer.check(subject(), e, value(value, Numbers.within(offset))));
  }

  private static Function<PresentAlert, List<Field>> labels(String... namesAndValues) {
    Map<String, ValueMatcher> expected = Arguments.matchers("labels", namesAndValues);
    return alert -> Field.matchingLabels("labels.", expected, alert.labels());
  }

  private static Function<PresentAlert, List<Field>> annotations(String... namesAndValues) {
    Map<String, ValueMatcher> expected = Arguments.matchers("annotations", namesAndValues);
    return alert ->
        Field.matching(
            "annotations.",
            expected,
            alert.details().map(ActiveAlert::annotations).orElse(Map.of()));
  }

  private static Function<PresentAlert, List<Field>> value(double expected, Agreement agreement) {
    return alert ->
        List.of(
            new Field(
                "value",
                Optional.of(NumberText.of(expected)),
                alert.details().map(a -> NumberText.of(a.value())),
                alert.details().filter(a -> agreement.test(expected, a.value())).isPresent()));
  }

  private AlertsAssert count(Duration time, AlertState state, int count) {
    if (count == 0) {
      expectNone();
    }
    return at(time, e -> CountDiffers.check(subject(), state, e, count));
  }

  private void expectNone() {
    isNotNull();
    subject().expectNone().run();
  }

  private AlertsAssert isNow(AlertState state) {
    return isNow(state, StateManner.ALWAYS);
  }

  private AlertsAssert isNow(AlertState state, StateManner manner) {
    isNotNull();
    List<Instant> evaluations = subject().observed().evaluations();
    if (evaluations.isEmpty()) {
      return judged(Duration.ZERO, Optional::empty);
    }
    Duration last = sinceStart(evaluations.get(evaluations.size() - 1));
    return is(state, manner, last, last);
  }

  private AlertsAssert is(AlertState state, Duration from, Duration to) {
    return is(state, StateManner.ALWAYS, from, to);
  }

  private AlertsAssert is(AlertState state, StateManner manner, Duration from, Duration to) {
    if (state == AlertState.INACTIVE || manner == StateManner.NEVER) {
      expectNone();
    }
    return judged(
        to,
        () ->
            Differences.ofState(
                    new ExpectedState(
                        subject().alertname(), subject().labels(), from, to, state, manner),
                    subject().observed())
                .map(d -> d.ruleExplained(subject().rules()))
                .map(Difference::text));
  }

  private AlertsAssert course(Duration time, Function<AlertCourse, Optional<String>> check) {
    return judged(time, () -> check.apply(new AlertCourse(subject())));
  }

  private AlertsAssert last(Function<PresentAlert, List<Field>> compare) {
    return judged(
        Duration.ZERO,
        () -> {
          Optional<Instant> last = PresentAlert.last(subject());
          return last.isEmpty()
              ? AlertNeverSeen.of(new AlertCourse(subject()))
              : DetailsDiffer.check(subject(), last.get(), compare);
        });
  }

  private AlertsAssert at(Duration time, Function<Instant, Optional<String>> check) {
    return judged(
        time,
        () ->
            Differences.noEvaluation(title(), time, subject().observed())
                .map(Difference::text)
                .or(() -> check.apply(subject().observed().timeline().start().plus(time))));
  }

  /** Fails if there is nothing to check; otherwise runs the check. */
  private AlertsAssert judged(Duration time, Supplier<Optional<String>> check) {
    isNotNull();
    return require(
        Differences.unknownAlert(subject().alertname(), subject().observed())
            .map(Difference::text)
            .or(() -> NothingToJudge.yet(title(), time, subject().observed()))
            .or(check));
  }

  private Duration sinceStart(Instant time) {
    return Duration.between(subject().observed().timeline().start(), time);
  }

  private String title() {
    return SeriesText.selector(subject().alertname(), subject().labels());
  }

  private SelectedAlerts subject() {
    return SelectedAlerts.of(actual);
  }
}
