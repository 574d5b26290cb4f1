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
 * The content of companions: webhooks for integrations whose own messages do not identify their
 * group. Both are sent at the same instant, in any order. A retried message belongs to the last
 * content of its companion. A message with a truncated tag belongs to the only group notified at
 * that instant, if there is just one.
 */
final class Companions {

  /** Servers may need a little time within what counts as one instant. */
  private static final Duration INSTANT = Duration.ofMillis(900);

  private record Key(String receiver, String integration, int index) {}

  private record Told(Instant time, Tag tag, Group group) {}

  private final Map<Key, List<Told>> told = new ConcurrentHashMap<>();

  void add(Delivery delivery, WebhookBody body) {
    told.computeIfAbsent(key(delivery), any -> new CopyOnWriteArrayList<>())
        .add(new Told(delivery.time(), body.tag(), body.group()));
  }

  /** The subject of a message; call it when the instant is over. */
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
