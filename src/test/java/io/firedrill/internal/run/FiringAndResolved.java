package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Labels;
import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import io.firedrill.model.Notification.NotifiedAlert;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What an integration sends about an alert that fires at the start and ends a minute later: at 30
 * s, the end of the group's wait, and at 5 m 30 s, a group interval after.
 */
record FiringAndResolved(Notification firing, Notification resolved) {

  static final String QUEUE = "<a>; \"b\", c=d!";
  static final String SUMMARY = "100 % + \u00e9 & more";
  static final Map<String, String> LABELS = Map.of("alertname", "QueueFull", "queue", QUEUE);
  static final Map<String, String> ANNOTATIONS = Map.of("summary", SUMMARY);

  /** What a receiver's first integration of its kind sends, and that nothing of ours is in it. */
  static FiringAndResolved of(String prometheus, Path directory, String receiver) {
    return ofEach(prometheus, directory, receiver, 1).get(0);
  }

  /** The same for so many integrations of one kind. */
  static List<FiringAndResolved> ofEach(
      String prometheus, Path directory, String receiver, int integrations) {
    try (ReceiverDrill drill = ReceiverDrill.start(prometheus, directory, receiver)) {
      drill.fires(LABELS, ANNOTATIONS).until(Duration.ofMinutes(1));
      drill.ends(LABELS, ANNOTATIONS).until(Duration.ofMinutes(6));
      assertThat(drill.log()).doesNotContain("SECRET", "level=ERROR", "level=error");
      assertThat(drill.attempts()).isEmpty();
      List<Notification> all = drill.notifications();
      assertThat(all).hasSize(2 * integrations);
      return IntStream.range(0, integrations).mapToObj(i -> of(all, i)).toList();
    }
  }

  private static FiringAndResolved of(List<Notification> all, int index) {
    List<Notification> own = all.stream().filter(n -> n.index() == index).toList();
    assertThat(own).extracting(Notification::status).containsExactly("firing", "resolved");
    Labels labels = Labels.copyOf(LABELS);
    Instant start = ReceiverDrill.START;
    Instant end = start.plus(Duration.ofMinutes(1));
    Notification firing = own.get(0);
    Notification resolved = own.get(1);
    assertThat(firing.time()).isBetween(start.plusSeconds(30), start.plusSeconds(31));
    assertThat(firing.alerts())
        .containsExactly(new NotifiedAlert("firing", labels, ANNOTATIONS, start, null));
    assertThat(resolved.time()).isBetween(start.plusSeconds(330), start.plusSeconds(331));
    assertThat(resolved.alerts())
        .containsExactly(new NotifiedAlert("resolved", labels, ANNOTATIONS, start, end));
    for (Notification notification : own) {
      assertThat(notification.groupLabels()).isEqualTo(Labels.of("alertname", "QueueFull"));
      assertThat(notification.request().toString())
          .doesNotContain("SECRET", "u001e", "x1e", "5175657565");
    }
    return new FiringAndResolved(firing, resolved);
  }

  Message whileFiring() {
    return firing.message().orElseThrow();
  }

  Message onceResolved() {
    return resolved.message().orElseThrow();
  }
}
