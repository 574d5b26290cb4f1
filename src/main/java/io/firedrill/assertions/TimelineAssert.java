package io.firedrill.assertions;

import io.firedrill.model.Timeline;
import io.firedrill.snapshot.SnapshotMode;
import io.firedrill.verdict.TimelineText;
import java.nio.file.Path;
import java.util.List;

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
    isNotNull();
    return require(TimelinesDiffer.check(TimelineText.lines(timeline), lines()));
  }

  /**
   * Exactly this happened.
   *
   * @param lines the events as failures print them, with the date or without it: {@code 15m
   *     QueueFull{queue="orders"} pending -> firing}; how many blanks there are does not matter
   */
  public TimelineAssert containsExactly(String... lines) {
    isNotNull();
    EventLines expected = EventLines.of(List.of(lines));
    return require(TimelinesDiffer.check(expected.lines(), expected.inTheForm(lines())));
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
    isNotNull();
    return require(SnapshotMatch.check(file, SnapshotMode.ofJvm(), actual));
  }

  /** No alert changed its state, and nobody was notified. */
  public TimelineAssert hasNoEvents() {
    isNotNull();
    return require(TimelinesDiffer.check(List.of(), lines()));
  }

  /** Exactly the alerts of these names fired, at some time. */
  public TimelineAssert onlyFired(String... alertnames) {
    isNotNull();
    return require(NamesDiffer.fired(actual, List.of(alertnames)));
  }

  /** No alert fired. */
  public TimelineAssert nothingFired() {
    return onlyFired();
  }

  /** Exactly these receivers were notified, at some time. */
  public TimelineAssert onlyNotified(String... receivers) {
    isNotNull();
    return require(NamesDiffer.notified(actual, List.of(receivers)));
  }

  /** No receiver was notified. */
  public TimelineAssert nobodyNotified() {
    return onlyNotified();
  }

  private List<String> lines() {
    return TimelineText.lines(actual);
  }
}
