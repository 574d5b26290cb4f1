package io.firedrill.assertions;

import io.firedrill.internal.snapshot.SnapshotMode;
import io.firedrill.internal.timeline.OtherTimeline;
import io.firedrill.internal.verdict.Difference;
import io.firedrill.internal.verdict.TimelineText;
import io.firedrill.model.Timeline;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Assertions about all events of a drill: state changes of alerts, and notifications. If
 * Alertmanager may first flush a group at either of two instants, an assertion that holds for only
 * one of them fails.
 *
 * <p>In the examples, a pipeline fails for 18 hours from the start, and its alert has {@code for:
 * 15m}. {@code drill} has run for 24 hours, {@code after10m} for 10 minutes and {@code after1h} for
 * one hour. In {@code healthy}, the pipeline does not fail.
 */
public class TimelineAssert extends SubjectAssert<TimelineAssert, Timeline> {

  /** Assertions about this timeline. */
  public TimelineAssert(Timeline actual) {
    super(actual, TimelineAssert.class);
  }

  /**
   * Verifies that the same events happened as in another timeline, at the same times. Events are
   * compared as lines of text, because fractions of a second depend on the machine.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.timeline()).isEqualTo(drill.timeline());
   * // fails
   * assertThat(drill.timeline()).isEqualTo(after1h.timeline());
   * }</pre>
   */
  @Override
  public TimelineAssert isEqualTo(Object expected) {
    if (!(expected instanceof Timeline timeline)) {
      return super.isEqualTo(expected);
    }
    return moved(t -> TimelinesDiffer.check(TimelineText.lines(timeline), TimelineText.lines(t)));
  }

  /**
   * Verifies that exactly these events happened.
   *
   * <pre>{@code
   * // passes
   * assertThat(after10m.timeline())
   *     .containsExactly(
   *         "0s DataIngestionFailed{pipeline=\"ingestion\", severity=\"critical\","
   *             + " source=\"quotes\", team=\"data\"} inactive -> pending");
   * // fails
   * assertThat(after10m.timeline()).containsExactly("0s DataIngestionFailed inactive -> pending");
   * }</pre>
   *
   * @param lines the events as failures print them, with the date or without it: {@code 15m
   *     QueueFull{queue="orders"} pending -> firing}; the number of spaces does not matter
   */
  public TimelineAssert containsExactly(String... lines) {
    EventLines expected = EventLines.of(List.of(lines));
    return moved(
        t -> TimelinesDiffer.check(expected.lines(), expected.inTheForm(TimelineText.lines(t))));
  }

  /**
   * Verifies that the timeline equals the approved one in this file, which has the same format as
   * for {@code expect: snapshot} in scenario files. With the system property {@code
   * firedrill.snapshots=update}, it writes the file instead, and passes.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.timeline())
   *     .matchesSnapshot(Path.of("src/test/resources/snapshots/failed-ingestion.snapshot"));
   * // fails
   * assertThat(after1h.timeline())
   *     .matchesSnapshot(Path.of("src/test/resources/snapshots/failed-ingestion.snapshot"));
   * }</pre>
   *
   * @param file the file, relative to the directory in which the tests run
   * @throws RuntimeException if the file is not a snapshot
   * @throws IllegalArgumentException if the property is set to something else, or snapshots are to
   *     be updated in CI
   */
  public TimelineAssert matchesSnapshot(Path file) {
    SnapshotMode mode = SnapshotMode.ofJvm();
    // Only the actual timeline is approved.
    return mode == SnapshotMode.UPDATE
        ? moved(other -> false, timeline -> SnapshotMatch.check(file, mode, timeline))
        : moved(timeline -> SnapshotMatch.check(file, mode, timeline));
  }

  /**
   * Verifies that no alert changed its state, and no receiver was notified.
   *
   * <pre>{@code
   * // passes
   * assertThat(healthy.timeline()).hasNoEvents();
   * // fails
   * assertThat(drill.timeline()).hasNoEvents();
   * }</pre>
   */
  public TimelineAssert hasNoEvents() {
    return moved(t -> TimelinesDiffer.check(List.of(), TimelineText.lines(t)));
  }

  /**
   * Verifies that exactly the alerts with these names fired, at any time.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.timeline()).onlyFired("DataIngestionFailed");
   * // fails
   * assertThat(healthy.timeline()).onlyFired("DataIngestionFailed");
   * }</pre>
   */
  public TimelineAssert onlyFired(String... alertnames) {
    return moved(
        other -> false,
        t -> NamesDiffer.fired(t, List.of(alertnames), List.of()).map(Difference::text));
  }

  /**
   * Verifies that no alert fired.
   *
   * <pre>{@code
   * // passes
   * assertThat(after10m.timeline()).nothingFired();
   * // fails
   * assertThat(drill.timeline()).nothingFired();
   * }</pre>
   */
  public TimelineAssert nothingFired() {
    return onlyFired();
  }

  /**
   * Verifies that exactly these receivers were notified, at any time.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.timeline()).onlyNotified("data-oncall");
   * // fails
   * assertThat(drill.timeline()).onlyNotified("everybody");
   * }</pre>
   */
  public TimelineAssert onlyNotified(String... receivers) {
    return moved(t -> NamesDiffer.notified(t, List.of(receivers)).map(Difference::text));
  }

  /**
   * Verifies that no receiver was notified.
   *
   * <pre>{@code
   * // passes
   * assertThat(after10m.timeline()).nobodyNotified();
   * // fails
   * assertThat(drill.timeline()).nobodyNotified();
   * }</pre>
   */
  public TimelineAssert nobodyNotified() {
    return onlyNotified();
  }

  private TimelineAssert moved(Function<Timeline, Optional<String>> check) {
    return moved(other -> true, check);
  }

  /** Fails if the drill has not run yet. */
  private TimelineAssert moved(
      Predicate<OtherTimeline> concerns, Function<Timeline, Optional<String>> check) {
    isNotNull();
    return require(
        NothingToJudge.yet("timeline", actual).or(() -> EachCase.judge(actual, concerns, check)));
  }
}
