package io.firedrill.model;

import java.util.Collections;
import java.util.Map;
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
  public Message {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  /** A message whose fields are in any order. */
  public static Message of(String title, String text, Map<String, String> fields) {
    return new Message(title, text, new TreeMap<>(fields));
  }
}
