package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.FailureExpectation;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import io.firedrill.model.Timeline;
import io.firedrill.model.TimelineEvent;
import io.firedrill.model.TimelineEvent.NotificationFailed;
import io.firedrill.model.TimelineEvent.Warned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Alertmanager failed to do, or warned of, and nothing expects: an error where the test is
 * strict, and otherwise a warning.
 */
public final class ServerTrouble {

  private final Timeline timeline;
  private final VirtualTime time;
  private final List<ExpectedTrouble> expected;

  private ServerTrouble(Timeline timeline, List<FailureExpectation> expected) {
    this.timeline = timeline;
    this.time = new VirtualTime(timeline.start());
    this.expected = expected.stream().map(e -> new ExpectedTrouble(e, timeline.start())).toList();
  }

  /** Failures at a test. */
  static List<Failure> failures(Scenario scenario, Observed observed) {
    ServerTrouble trouble = new ServerTrouble(observed.timeline(), scenario.failureTests());
    List<Failure> failures = new ArrayList<>();
    trouble.failed().forEach(same -> failures.add(trouble.failed(same, scenario, observed)));
    trouble.warned().forEach(w -> failures.add(trouble.warned(w, scenario)));
    return failures;
  }

  /** The same as warnings. */
  public static List<Problem> warnings(Scenario scenario, Timeline timeline) {
    return texts(timeline, scenario.failureTests()).stream()
        .map(
            text ->
                new Problem(Severity.WARNING, scenario.position(), text, "", 1, Optional.empty()))
        .toList();
  }

  /** The same as lines of text. */
  public static List<String> texts(Timeline timeline, List<FailureExpectation> expected) {
    ServerTrouble trouble = new ServerTrouble(timeline, expected);
    List<String> texts = new ArrayList<>();
    trouble.failed().forEach(same -> texts.add(trouble.summary(same)));
    trouble.warned().forEach(w -> texts.add(trouble.summary(w)));
    return texts;
  }

  /** Those with the same reason together. */
  private List<List<NotificationFailed>> failed() {
    return Repeats.groups(
        timeline.failedNotifications().stream()
            .filter(f -> expected.stream().noneMatch(e -> e.covers(f)))
            .toList(),
        f -> List.of(f.receiver(), f.integration(), f.index(), f.reason()));
  }

  private List<Warned> warned() {
    return timeline.serverWarnings().stream()
        .filter(w -> expected.stream().noneMatch(e -> e.covers(w)))
        .toList();
  }

  private String summary(List<NotificationFailed> same) {
    NotificationFailed first = same.get(0);
    return first.receiver()
        + " ("
        + first.integration()
        + ") at "
        + time.arrival(first.time())
        + (same.size() == 1 ? "" : ", and " + others(same))
        + ": Alertmanager failed to notify: "
        + first.reason();
  }

  private String others(List<NotificationFailed> same) {
    List<Instant> others = same.stream().skip(1).map(TimelineEvent::time).toList();
    return Repeats.instants(others, time, "more times");
  }

  private String summary(Warned warned) {
    return "at "
        + time.arrival(warned.time())
        + ", Alertmanager warned when it loaded its configuration: "
        + warned.message();
  }

  private Failure failed(List<NotificationFailed> same, Scenario scenario, Observed observed) {
    Instant first = time.arrivalInstant(same.get(0).time());
    return new FailureText(summary(same))
        .hint(
            "a failure_test of receiver \""
                + same.get(0).receiver()
                + "\" would expect it; with strict: false it is a warning")
        .timeline(observed, first, first)
        .difference(FailureKind.NOTIFICATION_FAILED)
        .at(scenario.position());
  }

  private Failure warned(Warned warned, Scenario scenario) {
    return new FailureText(summary(warned))
        .hint(
            "an entry of failure_test with \"warning\" would expect it; with strict: false it is a"
                + " warning")
        .difference(FailureKind.SERVER_WARNED)
        .at(scenario.position());
  }
}
