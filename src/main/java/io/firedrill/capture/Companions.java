package io.firedrill.capture;

import io.firedrill.capture.AnswerPolicy.Delivery;
import io.firedrill.capture.Subject.Group;
import io.firedrill.capture.Subject.Tag;
import java.time.Duration;
import java.time.Instant;
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

  private record Key(String receiver, String integration, int index, Tag tag) {}

  private final Map<Key, NavigableMap<Instant, Group>> told = new ConcurrentHashMap<>();

  void add(Delivery delivery, JsonNode body) {
    told.computeIfAbsent(key(delivery, WebhookBody.tag(body)), any -> new ConcurrentSkipListMap<>())
        .put(delivery.time(), WebhookBody.group(body));
  }

  /** What a message is about; asked once the instant is over. */
  Group find(Delivery delivery, Subject subject) {
    if (subject instanceof Group group) {
      return group;
    }
    Map.Entry<Instant, Group> last =
        told.getOrDefault(key(delivery, (Tag) subject), new TreeMap<>())
            .floorEntry(delivery.time().plus(INSTANT));
    return last == null ? Subject.UNKNOWN : last.getValue();
  }

  private static Key key(Delivery delivery, Tag tag) {
    return new Key(delivery.receiver(), delivery.integration(), delivery.index(), tag);
  }
}
