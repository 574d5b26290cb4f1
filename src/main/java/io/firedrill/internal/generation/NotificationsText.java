package io.firedrill.internal.generation;

import io.firedrill.model.Labels;
import io.firedrill.model.Notification;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the notifications of a run, and the alerts that fired beside the subject, as expectations.
 */
final class NotificationsText {

  private final List<Notification> notifications;
  private final Set<String> others;
  private final Instant start;

  /**
   * @param others the names of other alerts that fired
   */
  NotificationsText(List<Notification> notifications, Set<String> others, Instant start) {
    this.notifications = List.copyOf(notifications);
    this.others = others;
    this.start = start;
  }

  boolean isQuiet() {
    return notifications.isEmpty() && others.isEmpty();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    Map<String, List<Notification>> byReceiver = new LinkedHashMap<>();
    for (Notification notification : notifications) {
      byReceiver
          .computeIfAbsent(notification.receiver(), any -> new ArrayList<>())
          .add(notification);
    }
    if (!byReceiver.isEmpty()) {
      text.append("  notification_test:\n");
    }
    byReceiver.forEach(
        (receiver, sent) -> {
          text.append("  - receiver: ").append(Yaml.plain(receiver)).append('\n');
          text.append("    exp_notifications:\n");
          sent.forEach(n -> append(text, n));
        });
    return text.toString();
  }

  private void append(StringBuilder text, Notification notification) {
    Duration at = Duration.between(start, notification.time()).truncatedTo(ChronoUnit.SECONDS);
    text.append("    - at: ").append(TestText.time(at)).append('\n');
    text.append("      status: ").append(notification.status()).append('\n');
    if (!notification.groupLabels().isEmpty()) {
      text.append("      group_labels: ")
          .append(Yaml.flow(notification.groupLabels().asMap()))
          .append('\n');
    }
    if (!notification.alerts().isEmpty()) {
      text.append("      alerts:\n");
      for (Notification.NotifiedAlert alert : notification.alerts()) {
        Labels labels = alert.labels();
        text.append("      - {status: ")
            .append(alert.status())
            .append(", labels: ")
            .append(Yaml.flow(labels.asMap()))
            .append("}\n");
      }
    }
  }
}
