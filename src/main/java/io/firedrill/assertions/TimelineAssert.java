package io.firedrill.assertions;

import io.firedrill.model.Timeline;
import io.firedrill.snapshot.SnapshotMode;
import io.firedrill.verdict.TimelineText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Assertions about all that happened in a drill: alerts' changes of state, and notifications. */
public class TimelineAssert extends SubjectAssert<TimelineAssert, Timeline> {

  /** Assertions about this timeline. */
  public TimelineAssert(Timeline actual) {
    super(actual, TimelineAssert.class);
  }

  /**
   * The same happened as in another timeline, at the same times: events are compared as their lines
   * of text, since what lies below the second depends on the machine.
   */
  @Override
  public TimelineAssert isEqualTo(Object expected) {
    if (!(expected instanceof Timeline timeline)) {
      return super.isEqualTo(expected);
    }
    return moved(() -> TimelinesDiffer.check(TimelineText.lines(timeline), lines()));
  }

  /**
   * Exactly this happened.
   *
   * @param lines the events as failures print them, with the date or without it: {@code 15m
   *     QueueFull{queue="orders"} pending -> firing}; how many blanks there are does not matter
   */
  public TimelineAssert containsExactly(String... lines) {
    EventLines expected = EventLines.of(List.of(lines));
    return moved(() -> TimelinesDiffer.check(expected.lines(), expected.inTheForm(lines())));
  }

  /**
   * What happened is what somebody has approved: the text in this file, which it shares with
   * scenario files' {@code expect: snapshot}. Run with the system property {@code
   * firedrill.snapshots=update}, it writes the file instead, and passes.
   *
   * @param file the file, relative to the directory in which the tests run
   * @throws io.firedrill.source.InputException if the file is no snapshot
   * @throws IllegalArgumentException if the property is set to something else, or snapshots are to
   *     be updated in CI
   */
  public TimelineAssert matchesSnapshot(Path file) {
    return moved(() -> SnapshotMatch.check(file, SnapshotMode.ofJvm(), actual));
  }

  /** No alert changed its state, and nobody was notified. */
  public TimelineAssert hasNoEvents() {
    return moved(() -> TimelinesDiffer.check(List.of(), lines()));
  }

  /** Exactly the alerts of these names fired, at some time. */
  public TimelineAssert onlyFired(String... alertnames) {
    return moved(() -> NamesDiffer.fired(actual, List.of(alertnames)));
  }

  /** No alert fired. */
  public TimelineAssert nothingFired() {
    return onlyFired();
  }

  /** Exactly these receivers were notified, at some time. */
  public TimelineAssert onlyNotified(String... receivers) {
    return moved(() -> NamesDiffer.notified(actual, List.of(receivers)));
  }

  /** No receiver was notified. */
  public TimelineAssert nobodyNotified() {
    return onlyNotified();
  }

  /** Of a drill that has not moved, nothing holds. */
  private TimelineAssert moved(Supplier<Optional<String>> check) {
    isNotNull();
    return require(NothingToJudge.yet("timeline", actual).or(check));
  }

  private List<String> lines() {
    return TimelineText.lines(actual);
  }
}
