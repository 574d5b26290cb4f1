package io.firedrill.assertions;

import io.firedrill.drill.AlertSelection;
import io.firedrill.drill.Drill;
import io.firedrill.drill.QueryAnswer;
import io.firedrill.drill.ReceivedNotifications;
import io.firedrill.model.Timeline;
import java.time.Duration;
import org.assertj.core.api.Assertions;

/**
 * The entry point: {@code import static io.firedrill.assertions.DrillAssertions.*} instead of
 * AssertJ's {@code Assertions}, whose methods this class includes.
 */
public class DrillAssertions extends Assertions {

  /** For subclasses that add assertions. */
  protected DrillAssertions() {}

  /** Assertions about a drill as a whole. */
  public static DrillAssert assertThat(Drill actual) {
    return new DrillAssert(actual);
  }

  /** Assertions about {@code drill.alerts(...)}. */
  public static AlertsAssert assertThat(AlertSelection actual) {
    return new AlertsAssert(actual);
  }

  /** Assertions about {@code drill.receiver(...)}. */
  public static ReceiverAssert assertThat(ReceivedNotifications actual) {
    return new ReceiverAssert(actual);
  }

  /** Assertions about {@code drill.query(...)}. */
  public static QueryAssert assertThat(QueryAnswer actual) {
    return new QueryAssert(actual);
  }

  /** Assertions about {@code drill.timeline()}. */
  public static TimelineAssert assertThat(Timeline actual) {
    return new TimelineAssert(actual);
  }

  /** An expected notification. It matches any notification until its methods add conditions. */
  public static NotificationSpec notification() {
    return NotificationSpec.any();
  }

  /**
   * An alert within a notification.
   *
   * @param labels name, value, name, value and so on; other labels are ignored
   */
  public static NotifiedAlertSpec alert(String alertname, String... labels) {
    return NotifiedAlertSpec.of(alertname, labels);
  }

  /**
   * A float sample.
   *
   * @param selector all labels: {@code name{label="value"}}, or {@code {}} for none
   * @throws IllegalArgumentException if it is malformed
   */
  public static SampleSpec sample(String selector, double value) {
    return SampleSpec.of(selector, value);
  }

  /**
   * A native histogram sample.
   *
   * @param selector all labels: {@code name{label="value"}}, or {@code {}} for none
   * @param histogram in promtool's notation: {@code {{schema:0 sum:5 count:4 buckets:[1 2 1]}}}
   * @throws IllegalArgumentException if either is malformed
   */
  public static SampleSpec sample(String selector, String histogram) {
    return SampleSpec.histogram(selector, histogram);
  }

  /**
   * A duration in Prometheus's notation: {@code 90s}, {@code 15m30s}, {@code 1d}.
   *
   * @throws IllegalArgumentException if it is malformed
   */
  public static Duration duration(String text) {
    return Arguments.duration(text);
  }
}
