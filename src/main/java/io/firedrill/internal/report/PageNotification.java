package io.firedrill.internal.report;

import io.firedrill.internal.result.NotificationResult;
import io.firedrill.internal.result.NotifiedAlertResult;
import io.firedrill.model.Message;
import java.util.List;
import java.util.Map;

/** A notification as the page shows it. */
record PageNotification(
    double at,
    String receiver,
    String integration,
    String status,
    String group,
    String title,
    String text,
    Map<String, String> fields,
    List<Alert> alerts,
    String body) {

  /** An alert within it. */
  record Alert(String name, String status, String labels, Map<String, String> annotations) {
    static Alert of(NotifiedAlertResult alert) {
      return new Alert(
          LabelText.alertName(alert.labels()),
          alert.status(),
          LabelText.ofAlert(alert.labels()),
          alert.annotations());
    }
  }

  static PageNotification of(NotificationResult notification) {
    Message message = notification.message().orElse(Message.of("", "", Map.of()));
    return new PageNotification(
        notification.offsetSeconds(),
        notification.receiver(),
        notification.integration(),
        notification.status(),
        LabelText.of(notification.groupLabels()),
        message.title(),
        message.text(),
        message.fields(),
        notification.alerts().stream().map(Alert::of).toList(),
        notification.body());
  }
}
