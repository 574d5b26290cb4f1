package io.firedrill.model;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a person reads of a notification, decoded from what Alertmanager rendered.
 *
 * @param title the headline: Slack's title, a mail's subject, PagerDuty's summary; may be empty
 * @param text the body: Slack's text, a mail's plain text, or else the text of its HTML; may be
 *     empty
 * @param fields everything else, by the service's own names, sorted: {@code severity}, {@code
 *     dedup_key}, {@code priority}, {@code channel}, {@code to}
 */
public record Message(String title, String text, SortedMap<String, String> fields) {

  /**
   * By these a service knows which of its incidents a message is about. They are made of the path
   * of routes that an alert took, and nobody reads them.
   */
  private static final Set<String> OF_THE_INCIDENT =
      Set.of("dedup_key", "alias", "entity_id", "groupKey");

  public Message {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  /** A message whose fields are in any order. */
  public static Message of(String title, String text, Map<String, String> fields) {
    return new Message(title, text, new TreeMap<>(fields));
  }

  /** The fields that say something to a person. */
  public SortedMap<String, String> shownFields() {
    SortedMap<String, String> shown = new TreeMap<>(fields);
    shown.keySet().removeAll(OF_THE_INCIDENT);
    return shown;
  }
}
