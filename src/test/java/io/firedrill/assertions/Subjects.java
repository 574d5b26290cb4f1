package io.firedrill.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.firedrill.drill.AlertSelection;
import io.firedrill.drill.QueryAnswer;
import io.firedrill.drill.ReceivedNotifications;
import io.firedrill.internal.live.AnsweredQuery;
import io.firedrill.internal.live.ClaimedNotifications;
import io.firedrill.internal.live.SelectedAlerts;
import io.firedrill.internal.prometheus.ActiveAlert;
import io.firedrill.internal.prometheus.QueryResult;
import io.firedrill.internal.run.AlertHistory;
import io.firedrill.internal.verdict.AlertPresence;
import io.firedrill.internal.verdict.Claim;
import io.firedrill.internal.verdict.Given;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.QueryOutcome;
import io.firedrill.internal.verdict.RuleAnswer;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What is asserted about, of a run put together by hand. */
final class Subjects {

  static final Labels LAKE = Labels.of("alertname", "Ingestion", "pipeline", "lake");
  static final Labels WAREHOUSE = Labels.of("alertname", "Ingestion", "pipeline", "warehouse");

  private Subjects() {}

  /** Two alerts, one pending from 5m and firing from 10m, one from 8m and 13m, both up to 18m. */
  static Given two() {
    return Given.run()
        .receivers("data-oncall", "ml-slack")
        .alert(WAREHOUSE, "5m", "10m", "18m")
        .alert(LAKE, "8m", "13m", "18m");
  }

  /** Those of a name, and of some labels; each has a summary, and as its value the minute. */
  static AlertSelection alerts(Given given, String name, String... labels) {
    Observed observed = given.observed();
    return new SelectedAlerts(
        name,
        Arguments.matchers("labels", labels),
        observed.alertStates().stream()
            .filter(a -> a.alert().get("alertname").equals(Optional.of(name)))
            .filter(
                a -> a.alert().asMap().entrySet().containsAll(Labels.of(labels).asMap().entrySet()))
            .map(a -> history(a, observed))
            .toList(),
        observed,
        any -> RuleAnswer.NONE,
        () -> {});
  }

  private static AlertHistory history(AlertPresence presence, Observed observed) {
    TreeMap<Instant, AlertState> states = new TreeMap<>();
    TreeMap<Instant, ActiveAlert> details = new TreeMap<>();
    for (Instant evaluation : observed.evaluations()) {
      AlertState state = presence.states().getOrDefault(evaluation, AlertState.INACTIVE);
      states.put(evaluation, state);
      if (state != AlertState.INACTIVE) {
        Map<String, String> annotations =
            Map.of("summary", presence.alert().get("pipeline").orElse("") + " stands still");
        double value = evaluation.getEpochSecond() % 3600 / 60.0;
        details.put(
            evaluation,
            new ActiveAlert(
                presence.alert(), annotations, state, evaluation, value, Optional.empty()));
      }
    }
    return new AlertHistory(presence.alert(), states, details);
  }

  static ReceivedNotifications receiver(Given given, String name) {
    return new ClaimedNotifications(
        new Claim(name, Optional.empty(), Optional.empty(), Optional.empty()), given.observed());
  }

  static QueryAnswer vector(Given given, String expression, QueryResult.Element... elements) {
    return new AnsweredQuery(
        expression,
        given.instant("5m"),
        new QueryOutcome.Answer(new QueryResult.Vector(List.of(elements))),
        given.observed());
  }

  static void assertFails(ThrowingCallable assertion, String text) {
    Throwable failure = catchThrowable(assertion);
    assertThat(failure).isInstanceOf(AssertionError.class).hasMessage(text.stripTrailing());
    assertThat(failure.getStackTrace()[0].getClassName())
        .as("the stack trace's first line")
        .endsWith("Test");
  }
}
