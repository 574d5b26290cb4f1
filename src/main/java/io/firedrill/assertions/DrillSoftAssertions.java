package io.firedrill.assertions;

import io.firedrill.drill.AlertSelection;
import io.firedrill.drill.Drill;
import io.firedrill.drill.QueryAnswer;
import io.firedrill.drill.ReceivedNotifications;
import io.firedrill.internal.text.RepeatedSections;
import io.firedrill.model.Timeline;
import java.util.Objects;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.StandardSoftAssertionsProvider;
import org.opentest4j.AssertionFailedError;

/**
 * {@link DrillAssertions} that report all failures at the end, not only the first. Includes the
 * methods of AssertJ's {@code SoftAssertions}.
 */
public class DrillSoftAssertions extends AbstractSoftAssertions
    implements StandardSoftAssertionsProvider {

  private final RepeatedSections sections = new RepeatedSections();

  /** Runs the consumer with new soft assertions, and then reports all failures. */
  public static void assertSoftly(Consumer<? super DrillSoftAssertions> softly) {
    DrillSoftAssertions assertions = new DrillSoftAssertions();
    softly.accept(assertions);
    assertions.assertAll();
  }

  /** Keeps a failure, without the parts of its text that an earlier failure has, too. */
  @Override
  public void collectAssertionError(AssertionError error) {
    String text = Objects.requireNonNullElse(error.getMessage(), "");
    String brief = sections.next(text);
    super.collectAssertionError(brief.equals(text) ? error : same(error, brief));
  }

  private static AssertionError same(AssertionError error, String text) {
    AssertionError brief =
        error instanceof AssertionFailedError failed && failed.isExpectedDefined()
            ? new AssertionFailedError(
                text, failed.getExpected(), failed.getActual(), error.getCause())
            : new AssertionError(text, error.getCause());
    brief.setStackTrace(error.getStackTrace());
    return brief;
  }

  /** Assertions about a drill as a whole. */
  public DrillAssert assertThat(Drill actual) {
    return proxy(DrillAssert.class, Drill.class, actual);
  }

  /** Assertions about {@code drill.alerts(...)}. */
  public AlertsAssert assertThat(AlertSelection actual) {
    return proxy(AlertsAssert.class, AlertSelection.class, actual);
  }

  /** Assertions about {@code drill.receiver(...)}. */
  public ReceiverAssert assertThat(ReceivedNotifications actual) {
    return proxy(ReceiverAssert.class, ReceivedNotifications.class, actual);
  }

  /** Assertions about {@code drill.query(...)}. */
  public QueryAssert assertThat(QueryAnswer actual) {
    return proxy(QueryAssert.class, QueryAnswer.class, actual);
  }

  /** Assertions about {@code drill.timeline()}. */
  public TimelineAssert assertThat(Timeline actual) {
    return proxy(TimelineAssert.class, Timeline.class, actual);
  }
}
