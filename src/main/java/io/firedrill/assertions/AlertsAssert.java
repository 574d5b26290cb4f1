package io.firedrill.assertions;

import io.firedrill.drill.AlertSelection;
import io.firedrill.internal.prometheus.ActiveAlert;
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
 * evaluation. Every assertion fails for an alert that no rule has, and for a time that the drill
 * has not reached. In expected texts, {@code /.../} is a regular expression that must match the
 * whole text.
 */
public class AlertsAssert extends SubjectAssert<AlertsAssert, AlertSelection> {

  /** Assertions about these alerts. */
  public AlertsAssert(AlertSelection actual) {
    super(actual, AlertsAssert.class);
  }

  /** At least one of the alerts fires since the last evaluation, and none is pending. */
  public AlertsAssert isFiring() {
    return isNow(AlertState.FIRING);
  }

  /** At least one of the alerts is pending since the last evaluation, and none fires. */
  public AlertsAssert isPending() {
    return isNow(AlertState.PENDING);
  }

  /** None of the alerts is pending or firing since the last evaluation. */
  public AlertsAssert isInactive() {
    return isNow(AlertState.INACTIVE);
  }

  /** At this evaluation, at least one of the alerts fires, and none is pending. */
  public AlertsAssert isFiringAt(Duration time) {
    return is(AlertState.FIRING, time, time);
  }

  /** At this evaluation, at least one of the alerts is pending, and none fires. */
  public AlertsAssert isPendingAt(Duration time) {
    return is(AlertState.PENDING, time, time);
  }

  /** At this evaluation, none of the alerts is pending or firing. */
  public AlertsAssert isInactiveAt(Duration time) {
    return is(AlertState.INACTIVE, time, time);
  }

  /** {@link #isFiringAt} every evaluation from one time to another, both included. */
  public AlertsAssert isFiringBetween(Duration from, Duration to) {
    return is(AlertState.FIRING, from, to);
  }

  /** {@link #isPendingAt} every evaluation from one time to another, both included. */
  public AlertsAssert isPendingBetween(Duration from, Duration to) {
    return is(AlertState.PENDING, from, to);
  }

  /** {@link #isInactiveAt} every evaluation from one time to another, both included. */
  public AlertsAssert isInactiveBetween(Duration from, Duration to) {
    return is(AlertState.INACTIVE, from, to);
  }

  /** The first evaluation at which any of the alerts fires. */
  public AlertsAssert firesFirstAt(Duration time) {
    return course(time, course -> FirstTimeDiffers.check(course, AlertState.FIRING, time));
  }

  /** The first evaluation at which any of the alerts is pending. */
  public AlertsAssert isPendingFirstAt(Duration time) {
    return course(time, course -> FirstTimeDiffers.check(course, AlertState.PENDING, time));
  }

  /**
   * The alerts fire once in the drill, for this long: from the first evaluation at which any of
   * them fires to the first at which none does any more.
   */
  public AlertsAssert firesFor(Duration time) {
    return course(Duration.ZERO, c -> LengthDiffers.check(c, AlertState.FIRING, time));
  }

  /** The same of being pending. */
  public AlertsAssert isPendingFor(Duration time) {
    return course(Duration.ZERO, c -> LengthDiffers.check(c, AlertState.PENDING, time));
  }

  /** An evaluation at which none of the alerts fires any more. */
  public AlertsAssert isResolvedAt(Duration time) {
    return course(time, course -> ResolutionDiffers.check(course, time));
  }

  /** How often the alerts begin to fire. */
  public AlertsAssert firesTimes(int times) {
    return course(Duration.ZERO, c -> TimesDiffer.check(c, AlertState.FIRING, times));
  }

  /** None of the alerts fires, ever in the drill. */
  public AlertsAssert neverFires() {
    return course(Duration.ZERO, c -> TimesDiffer.check(c, AlertState.FIRING, 0));
  }

  /** None of the alerts is pending, ever in the drill. */
  public AlertsAssert neverPends() {
    return course(Duration.ZERO, c -> TimesDiffer.check(c, AlertState.PENDING, 0));
  }

  /** How many of the alerts fire at this evaluation. */
  public AlertsAssert hasFiringCountAt(Duration time, int count) {
    return at(time, e -> CountDiffers.check(actual, AlertState.FIRING, e, count));
  }

  /** How many of the alerts are pending at this evaluation. */
  public AlertsAssert hasPendingCountAt(Duration time, int count) {
    return at(time, e -> CountDiffers.check(actual, AlertState.PENDING, e, count));
  }

  /**
   * All of the alerts that are pending or firing have this label, at the last evaluation at which
   * there are any.
   */
  public AlertsAssert hasLabel(String name, String value) {
    return hasLabels(name, value);
  }

  /** The same of several labels: name, value, name, value and so on; others do not matter. */
  public AlertsAssert hasLabels(String... namesAndValues) {
    return last(labels(namesAndValues));
  }

  /** The same of an annotation. */
  public AlertsAssert hasAnnotation(String name, String value) {
    return hasAnnotations(name, value);
  }

  /** The same of several annotations: name, value, name, value and so on. */
  public AlertsAssert hasAnnotations(String... namesAndValues) {
    return last(annotations(namesAndValues));
  }

  /** The same of the value of the rule's expression. */
  public AlertsAssert hasValue(double value) {
    return last(value(value, Numbers.same()));
  }

  /** The same of the value of the rule's expression, or one near it. */
  public AlertsAssert hasValue(double value, Offset<Double> offset) {
    return last(value(value, Numbers.within(offset)));
  }

  /** All of the alerts that are pending or firing at this evaluation have these labels. */
  public AlertsAssert hasLabelsAt(Duration time, String... namesAndValues) {
    Function<PresentAlert, List<Field>> compare = labels(namesAndValues);
    return at(time, e -> DetailsDiffer.check(actual, e, compare));
  }

  /** The same of annotations. */
  public AlertsAssert hasAnnotationsAt(Duration time, String... namesAndValues) {
    Function<PresentAlert, List<Field>> compare = annotations(namesAndValues);
    return at(time, e -> DetailsDiffer.check(actual, e, compare));
  }

  /** The same of the value of the rule's expression. */
  public AlertsAssert hasValueAt(Duration time, double value) {
    return at(time, e -> DetailsDiffer.check(actual, e, value(value, Numbers.same())));
  }

  /** The same of the value of the rule's expression, or one near it. */
  public AlertsAssert hasValueAt(Duration time, double value, Offset<Double> offset) {
    return at(time, e -> DetailsDiffer.check(actual, e, value(value, Numbers.within(offset))));
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

  private AlertsAssert isNow(AlertState state) {
    isNotNull();
    List<Instant> evaluations = actual.observed().evaluations();
    if (evaluations.isEmpty()) {
      return judged(Duration.ZERO, Optional::empty);
    }
    Duration last = sinceStart(evaluations.get(evaluations.size() - 1));
    return is(state, last, last);
  }

  private AlertsAssert is(AlertState state, Duration from, Duration to) {
    return judged(
        to,
        () ->
            Differences.ofState(
                    new ExpectedState(actual.alertname(), actual.labels(), from, to, state),
                    actual.observed())
                .map(Difference::text));
  }

  private AlertsAssert course(Duration time, Function<AlertCourse, Optional<String>> check) {
    return judged(time, () -> check.apply(new AlertCourse(actual)));
  }

  private AlertsAssert last(Function<PresentAlert, List<Field>> compare) {
    return judged(
        Duration.ZERO,
        () -> {
          Optional<Instant> last = PresentAlert.last(actual);
          return last.isEmpty()
              ? AlertNeverSeen.of(new AlertCourse(actual))
              : DetailsDiffer.check(actual, last.get(), compare);
        });
  }

  private AlertsAssert at(Duration time, Function<Instant, Optional<String>> check) {
    return judged(
        time,
        () ->
            Differences.noEvaluation(title(), time, actual.observed())
                .map(Difference::text)
                .or(() -> check.apply(actual.observed().timeline().start().plus(time))));
  }

  /** First what no check could judge. */
  private AlertsAssert judged(Duration time, Supplier<Optional<String>> check) {
    isNotNull();
    return require(
        Differences.unknownAlert(actual.alertname(), actual.observed())
            .map(Difference::text)
            .or(() -> NothingToJudge.yet(title(), time, actual.observed()))
            .or(check));
  }

  private Duration sinceStart(Instant time) {
    return Duration.between(actual.observed().timeline().start(), time);
  }

  private String title() {
    return SeriesText.selector(actual.alertname(), actual.labels());
  }
}
