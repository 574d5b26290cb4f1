package io.firedrill.capture;

import io.firedrill.capture.AnswerPolicy.Delivery;
import io.firedrill.capture.Subject.Group;
import io.firedrill.capture.Subject.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.JsonNode;

/**
 * What companions have told: webhooks beside integrations whose own messages do not say what they
 * are about. Both are sent at the same instant, in any order; a message that is sent again later,
 * after a failure, is about what its companion told last.
 */
final class Companions {

  /** The end of a companion's path. */
  static final String PATH = "/companion";

  /** Within an instant, the clock may have to move a little. */
  private static final Duration INSTANT = Duration.ofMillis(900);

  private record Key(String receiver, String integration, int index, Tag tag) {
    boolean isOf(Delivery delivery) {
      return receiver.equals(delivery.receiver())
          && integration.equals(delivery.integration())
          && index == delivery.index();
    }
  }

  private final Map<Key, NavigableMap<Instant, Group>> told = new ConcurrentHashMap<>();

  void add(Delivery delivery, JsonNode body) {
    told.computeIfAbsent(key(delivery, WebhookBody.tag(body)), any -> new ConcurrentSkipListMap<>())
        .put(delivery.time(), WebhookBody.group(body));
  }

  /** What a message is about; asked once the instant is over. */
  Group find(Delivery delivery, Subject subject) {
    if (subject == Subject.UNKNOWN) {
      return only(delivery);
    }
    if (subject instanceof Group group) {
      return group;
    }
    Map.Entry<Instant, Group> last =
        told.getOrDefault(key(delivery, (Tag) subject), new TreeMap<>())
            .floorEntry(delivery.time().plus(INSTANT));
    return last == null ? Subject.UNKNOWN : last.getValue();
  }

  /** What a message whose tag was cut off is about: what was told at its instant, if one thing. */
  private Group only(Delivery delivery) {
    List<Group> groups =
        told.entrySet().stream()
            .filter(e -> e.getKey().isOf(delivery))
            .flatMap(
                e ->
                    e
                        .getValue()
                        .subMap(
                            delivery.time().minus(INSTANT), true,
                            delivery.time().plus(INSTANT), true)
                        .values()
                        .stream())
            .toList();
    return groups.size() == 1 ? groups.get(0) : Subject.UNKNOWN;
  }

  private static Key key(Delivery delivery, Tag tag) {
    return new Key(delivery.receiver(), delivery.integration(), delivery.index(), tag);
  }
}
