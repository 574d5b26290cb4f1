package io.firedrill.assertions;

import io.firedrill.internal.scenario.ExpectedNotifiedAlert;
import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.model.Labels;
import java.util.Map;
import java.util.Optional;

/**
 * An expected alert within a notification; anything not specified is ignored. Each method returns a
 * new specification that expects more, and does not change this one. {@code /.../} is a regular
 * expression that must match the whole text.
 */
public final class NotifiedAlertSpec {

  private final ExpectedNotifiedAlert expected;

  private NotifiedAlertSpec(ExpectedNotifiedAlert expected) {
    this.expected = expected;
  }

  static NotifiedAlertSpec of(String alertname, String... labels) {
    return new NotifiedAlertSpec(
        new ExpectedNotifiedAlert(
            Optional.empty(),
            Arguments.joined(
                Map.of(Labels.ALERT_NAME, ValueMatcher.parse(alertname)),
                Arguments.matchers("labels", labels)),
            Map.of()));
  }

  /** The alert itself fires. */
  public NotifiedAlertSpec firing() {
    return status("firing");
  }

  /** The alert itself is resolved. */
  public NotifiedAlertSpec resolved() {
    return status("resolved");
  }

  /** It has this label; other labels are ignored. */
  public NotifiedAlertSpec label(String name, String value) {
    return new NotifiedAlertSpec(
        new ExpectedNotifiedAlert(
            expected.status(),
            Arguments.joined(expected.labels(), Map.of(name, ValueMatcher.parse(value))),
            expected.annotations()));
  }

  /** It has this annotation, with its template expanded; other annotations are ignored. */
  public NotifiedAlertSpec annotation(String name, String text) {
    return new NotifiedAlertSpec(
        new ExpectedNotifiedAlert(
            expected.status(),
            expected.labels(),
            Arguments.joined(expected.annotations(), Map.of(name, ValueMatcher.parse(text)))));
  }

  ExpectedNotifiedAlert expected() {
    return expected;
  }

  private NotifiedAlertSpec status(String status) {
    return new NotifiedAlertSpec(
        new ExpectedNotifiedAlert(Optional.of(status), expected.labels(), expected.annotations()));
  }
}
