package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.ExpectedNotification;
import io.firedrill.internal.scenario.ExpectedSample;
import io.firedrill.internal.scenario.FailureExpectation;
import io.firedrill.internal.scenario.NotificationOrder;
import io.firedrill.model.Notification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares observations with expectations in Java. */
public final class Differences {

  private Differences() {}

  /** Unless the alerts are in the state at every evaluation in the window. */
  public static Optional<Difference> ofState(ExpectedState expected, Observed observed) {
    return AlertStateCheck.difference(expected, observed);
  }

  /**
   * Unless rules are evaluated at a time.
   *
   * @param title what was to be looked at
   * @param time virtual time since the start
   */
  public static Optional<Difference> noEvaluation(String title, Duration time, Observed observed) {
    return observed.evaluations().contains(observed.timeline().start().plus(time))
        ? Optional.empty()
        : Optional.of(NoEvaluation.of(title, time, time, observed));
  }

  /** Unless exactly these notifications came. */
  public static Optional<Difference> ofNotifications(
      Claim claim,
      List<ExpectedNotification> expected,
      NotificationOrder order,
      Observed observed) {
    return NotificationCheck.difference(claim, expected, order, observed);
  }

  /** Unless these notifications came, perhaps among others. */
  public static Optional<Difference> ofNotificationsAmongOthers(
      Claim claim, List<ExpectedNotification> expected, Observed observed) {
    return NotificationsDiffer.check(claim, expected, Extra.IGNORED, observed);
  }

  /**
   * What Alertmanager failed to do, or warned of, unless it is expected; and expected failures that
   * did not happen. Lines of text.
   */
  public static List<String> ofFailures(List<FailureExpectation> expected, Observed observed) {
    return Stream.concat(
            ServerTrouble.texts(observed.timeline(), expected).stream(),
            expected.stream()
                .flatMap(e -> FailureCheck.difference(e, observed).stream())
                .map(Difference::summary))
        .toList();
  }

  /** An expected notification and an actual one, field by field. */
  public static List<Field> fields(
      ExpectedNotification expected, Notification actual, VirtualTime time) {
    return new NotificationFields(time).compare(expected, actual);
  }

  /** Unless an expression yields these samples; also where it is refused. */
  public static Optional<Difference> ofSamples(
      Query query,
      QueryOutcome outcome,
      List<ExpectedSample> expected,
      SampleComparison comparison,
      Extra extra,
      Observed observed) {
    return noSamples(query, outcome, observed)
        .or(
            () ->
                SamplesDiffer.check(
                    query,
                    outcome.elements().orElseThrow(),
                    expected,
                    comparison,
                    extra,
                    observed));
  }

  /** Why an expression yields no samples that could be compared, if so. */
  public static Optional<Difference> noSamples(
      Query query, QueryOutcome outcome, Observed observed) {
    return PromqlCheck.noSamples(query, outcome, observed);
  }

  /** Unless a rule raises alerts of this name. */
  public static Optional<Difference> unknownAlert(String alertname, Observed observed) {
    return observed.alertNames().contains(alertname)
        ? Optional.empty()
        : Optional.of(UnknownAlert.of(alertname, observed));
  }

  /** Unless Alertmanager has a receiver of this name. */
  public static Optional<Difference> unknownReceiver(String receiver, Observed observed) {
    return UnknownReceiver.check(receiver, observed);
  }

  /**
   * Unless Alertmanager has a receiver of this name, with the kind of integration that is meant.
   */
  public static Optional<Difference> unknownReceiver(Claim claim, Observed observed) {
    return UnknownReceiver.check(claim, observed);
  }
}
