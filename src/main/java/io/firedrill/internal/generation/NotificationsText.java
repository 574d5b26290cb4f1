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
import java.util.TreeMap;

/** Writes the notifications of a run as expectations. */
final class NotificationsText {

  private final Instant start;
  private final StringBuilder text = new StringBuilder();

  private NotificationsText(Instant start) {
    this.start = start;
  }

  static String of(List<Notification> notifications, Instant start) {
    NotificationsText writer = new NotificationsText(start);
    Map<String, List<Notification>> byReceiver = new LinkedHashMap<>();
    for (Notification notification : notifications) {
      byReceiver
          .computeIfAbsent(notification.receiver(), any -> new ArrayList<>())
          .add(notification);
    }
    if (!byReceiver.isEmpty()) {
      writer.text.append("  notification_test:\n");
    }
    byReceiver.forEach(writer::receiver);
    return writer.text.toString();
  }

  private void receiver(String receiver, List<Notification> sent) {
    text.append("  - receiver: ").append(Yaml.plain(receiver)).append('\n');
    text.append("    exp_notifications:\n");
    for (Notification notification : sent) {
      append(notification);
    }
  }

  /** The first notification of an alert has its labels; later ones are about the same. */
  private void append(Notification notification) {
    Duration at = Duration.between(start, notification.time()).truncatedTo(ChronoUnit.SECONDS);
    Map<String, String> head = new LinkedHashMap<>();
    text.append("    - at: ").append(TestText.time(at)).append('\n');
    text.append("      status: ").append(notification.status()).append('\n');
    if (!notification.groupLabels().isEmpty()) {
      head.putAll(notification.groupLabels().asMap());
      text.append("      group_labels: ").append(Yaml.flow(head)).append('\n');
    }
    if (notification.alerts().isEmpty()) {
      return;
    }
    text.append("      alerts:\n");
    for (Notification.NotifiedAlert alert : notification.alerts()) {
      Labels labels = alert.labels();
      Map<String, String> own = new TreeMap<>(labels.asMap());
      notification.groupLabels().asMap().forEach(own::remove);
      String status =
          alert.status().equals(notification.status()) ? "" : "status: " + alert.status() + ", ";
      text.append("      - {")
          .append(status)
          .append("labels: ")
          .append(Yaml.flow(own.isEmpty() ? labels.asMap() : own))
          .append("}\n");
    }
  }
}
