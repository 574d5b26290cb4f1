package io.firedrill.verdict;

import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import io.firedrill.scenario.AlertStateExpectation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An alert is in another state than an {@code alert_state_test} expects. */
final class StateDiffers {

  private static final int SHOWN = 10;

  private final AlertStateExpectation expectation;
  private final List<Instant> evaluations;
  private final VirtualTime time;

  private StateDiffers(
      AlertStateExpectation expectation, List<Instant> evaluations, VirtualTime time) {
    this.expectation = expectation;
    this.evaluations = evaluations;
    this.time = time;
  }

  /**
   * @param chosen the alerts that the expectation is about
   * @param evaluations those in its window
   * @param wrong those of them at which the state is another
   */
  static Failure of(
      AlertStateExpectation expectation,
      List<AlertPresence> chosen,
      List<Instant> evaluations,
      List<Instant> wrong,
      Observed observed) {
    VirtualTime time = new VirtualTime(observed.timeline().start());
    String summary =
        String.join(
            " ",
            SeriesText.selector(expectation.alertname(), expectation.labels()),
            time.window(expectation.from(), expectation.to()) + ":",
            "expected",
            expectation.state().toString(),
            "at",
            Counts.of(evaluations.size(), "evaluation") + ",",
            "not so at",
            evaluations.size() == wrong.size() ? "all of them" : String.valueOf(wrong.size()));
    FailureText text = new FailureText(expectation.position(), summary);
    new StateDiffers(expectation, evaluations, time).states(text, chosen, observed);
    Instant first = wrong.get(0);
    return text.timeline(observed, first, first).failure(FailureKind.STATE_DIFFERS);
  }

  private void states(FailureText text, List<AlertPresence> chosen, Observed observed) {
    text.section(
        "expected (-):",
        List.of(
            "- " + stretch(evaluations.get(0), last(evaluations)) + "  " + expectation.state()));
    List<AlertPresence> sorted =
        chosen.stream().sorted(Comparator.comparing(AlertPresence::alert)).toList();
    if (expectation.state() != AlertState.INACTIVE) {
      List<String> absent =
          stretches(
              e ->
                  chosen.stream().allMatch(a -> a.at(e) == AlertState.INACTIVE)
                      ? Optional.of("inactive")
                      : Optional.empty());
      if (!absent.isEmpty()) {
        text.section("no such alert is active (+):", absent);
      }
    }
    sorted.stream()
        .filter(a -> evaluations.stream().anyMatch(e -> a.at(e) != AlertState.INACTIVE))
        .limit(SHOWN)
        .forEach(a -> text.section(SeriesText.alert(a.alert()) + " (+):", stretches(a)));
    if (chosen.isEmpty()) {
      others(text, observed);
    }
  }

  private void others(FailureText text, Observed observed) {
    List<String> others =
        observed.alertStates().stream()
            .map(AlertPresence::alert)
            .filter(a -> a.get(Labels.ALERT_NAME).equals(Optional.of(expectation.alertname())))
            .map(SeriesText::alert)
            .sorted()
            .limit(SHOWN)
            .toList();
    if (!others.isEmpty()) {
      text.section("alerts of that name with other labels:", others);
    }
  }

  private List<String> stretches(AlertPresence alert) {
    return stretches(
        e -> Optional.of(alert.at(e)).filter(s -> s != AlertState.INACTIVE).map(Object::toString));
  }

  /** Runs of evaluations with the same state, those that should not be marked. */
  private List<String> stretches(Function<Instant, Optional<String>> state) {
    List<String> lines = new ArrayList<>();
    int i = 0;
    while (i < evaluations.size()) {
      Optional<String> current = state.apply(evaluations.get(i));
      int end = i;
      while (end + 1 < evaluations.size()
          && state.apply(evaluations.get(end + 1)).equals(current)) {
        end++;
      }
      String stretch = stretch(evaluations.get(i), evaluations.get(end));
      current.ifPresent(
          s ->
              lines.add(
                  (s.equals(expectation.state().toString()) ? "  " : "+ ") + stretch + "  " + s));
      i = end + 1;
    }
    return lines;
  }

  private String stretch(Instant from, Instant to) {
    return from.equals(to) ? time.text(from) : time.text(from) + " to " + time.text(to);
  }

  private static Instant last(List<Instant> instants) {
    return instants.get(instants.size() - 1);
  }
}
