package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.StateManner;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The state of an alert differs from the expected one. */
final class StateDiffers {

  private static final int SHOWN = 10;

  private final ExpectedState expectation;
  private final List<Instant> evaluations;
  private final VirtualTime time;

  private StateDiffers(ExpectedState expectation, List<Instant> evaluations, VirtualTime time) {
    this.expectation = expectation;
    this.evaluations = evaluations;
    this.time = time;
  }

  /**
   * @param chosen the alerts that the expectation is about
   * @param evaluations those in its window
   * @param wrong those of them at which the state is another
   */
  static Difference of(
      ExpectedState expectation,
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
            expectation.words()
                + (evaluations.size() == 1 || expectation.manner() == StateManner.AT_LEAST_ONCE
                    ? ", found " + found(chosen, evaluations)
                    : " at " + often(expectation, evaluations, wrong, observed)));
    FailureText text = new FailureText(summary);
    new StateDiffers(expectation, evaluations, time).states(text, chosen, observed);
    text.ask(
        new RuleQuestion(
            expectation.alertname(),
            expectation.labels(),
            expectation.wanted(),
            wrong,
            Optional.empty()));
    Instant first = wrong.get(0);
    return text.alike(
            SeriesText.selector(expectation.alertname(), expectation.labels())
                + " expected "
                + expectation.words()
                + ", found "
                + wrong.stream().map(e -> found(chosen, List.of(e))).distinct().sorted().toList(),
            time.window(expectation.from(), expectation.to()))
        .timeline(observed, first, first)
        .difference(FailureKind.STATE_DIFFERS);
  }

  /** At others' evaluations the state is that of the rule's own last one, and not counted again. */
  private static String often(
      ExpectedState expectation,
      List<Instant> evaluations,
      List<Instant> wrong,
      Observed observed) {
    List<Instant> own = observed.own(expectation.alertname(), evaluations);
    List<Instant> wrongOnes = wrong.stream().filter(own::contains).toList();
    List<Instant> all = wrongOnes.isEmpty() ? evaluations : own;
    List<Instant> others = wrongOnes.isEmpty() ? wrong : wrongOnes;
    return Counts.of(all.size(), "evaluation")
        + (expectation.manner() == StateManner.NEVER
            ? ", " + expectation.state() + " at "
            : ", another state at ")
        + (all.size() == others.size() ? "all of them" : others.size());
  }

  private static String found(List<AlertPresence> chosen, List<Instant> evaluations) {
    String active =
        chosen.stream()
            .flatMap(a -> evaluations.stream().map(a::at))
            .filter(s -> s != AlertState.INACTIVE)
            .sorted()
            .distinct()
            .map(AlertState::toString)
            .collect(Collectors.joining(" and "));
    return active.isEmpty() ? AlertState.INACTIVE.toString() : active;
  }

  private void states(FailureText text, List<AlertPresence> chosen, Observed observed) {
    text.section(
        "expected (-):",
        List.of(
            "- "
                + new Stretch<>(evaluations.get(0), last(evaluations), expectation.state())
                    .text(time)
                + "  "
                + expectation.words()));
    List<AlertPresence> sorted =
        chosen.stream().sorted(Comparator.comparing(AlertPresence::alert)).toList();
    if (expectation.needsAlerts()) {
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
    Map<Labels, List<String>> states = new LinkedHashMap<>();
    sorted.stream()
        .filter(a -> evaluations.stream().anyMatch(e -> a.at(e) != AlertState.INACTIVE))
        .forEach(a -> states.put(a.alert(), stretches(a)));
    text.states(states, " (+)");
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

  private static Instant last(List<Instant> instants) {
    return instants.get(instants.size() - 1);
  }

  private List<String> stretches(AlertPresence alert) {
    return stretches(
        e -> Optional.of(alert.at(e)).filter(s -> s != AlertState.INACTIVE).map(Object::toString));
  }

  /** Runs of evaluations with the same state, those that should not be marked. */
  private List<String> stretches(Function<Instant, Optional<String>> state) {
    List<String> lines =
        Stretch.of(evaluations, state).stream()
            .filter(s -> s.what().isPresent())
            .map(s -> mark(s.what().get()) + s.text(time) + "  " + s.what().get())
            .toList();
    return Repeats.cut(lines, SHOWN, "change");
  }

  private String mark(String state) {
    boolean same = state.equals(expectation.state().toString());
    return same == (expectation.manner() != StateManner.NEVER) ? "  " : "+ ";
  }
}
