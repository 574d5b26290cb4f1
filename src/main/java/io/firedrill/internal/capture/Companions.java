package io.firedrill.internal.capture;

import io.firedrill.internal.capture.AnswerPolicy.Delivery;
import io.firedrill.internal.receiver.Subject;
import io.firedrill.internal.receiver.Subject.Group;
import io.firedrill.internal.receiver.Subject.Tag;
import io.firedrill.internal.receiver.WebhookBody;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What companions have told: webhooks beside integrations whose own messages do not say what they
 * are about. Both are sent at the same instant, in any order; a message that is sent again later,
 * after a failure, is about what its companion told last. A message whose tag was cut off is about
 * what was told at that instant, if that is one group only.
 */
final class Companions {

  /** Within an instant, the clock may have to move a little. */
  private static final Duration INSTANT = Duration.ofMillis(900);

  private record Key(String receiver, String integration, int index) {}

  private record Told(Instant time, Tag tag, Group group) {}

  private final Map<Key, List<Told>> told = new ConcurrentHashMap<>();

  void add(Delivery delivery, WebhookBody body) {
    told.computeIfAbsent(key(delivery), any -> new CopyOnWriteArrayList<>())
        .add(new Told(delivery.time(), body.tag(), body.group()));
  }

  /** What a message is about; asked once the instant is over. */
  Group find(Delivery delivery, Subject subject) {
    if (subject instanceof Group group) {
      return group;
    }
    Instant end = delivery.time().plus(INSTANT);
    List<Told> before =
        told.getOrDefault(key(delivery), List.of()).stream()
            .filter(t -> !t.time().isAfter(end))
            .toList();
    return subject.equals(Tag.CUT_OFF)
        ? only(before, delivery.time().minus(INSTANT))
        : last(before, (Tag) subject);
  }

  private static Group only(List<Told> told, Instant since) {
    List<Group> groups =
        told.stream().filter(t -> t.time().isAfter(since)).map(Told::group).toList();
    return groups.size() == 1 ? groups.get(0) : Subject.UNKNOWN;
  }

  private static Group last(List<Told> told, Tag tag) {
    return told.stream()
        .filter(t -> t.tag().equals(tag))
        .max(Comparator.comparing(Told::time))
        .map(Told::group)
        .orElse(Subject.UNKNOWN);
  }

  private static Key key(Delivery delivery) {
    return new Key(delivery.receiver(), delivery.integration(), delivery.index());
  }
}
