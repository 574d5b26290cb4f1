package io.firedrill.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The human-readable text of a notification, decoded from Alertmanager's request.
 *
 * @param title the headline: Slack's title, a mail's subject, PagerDuty's summary; may be empty
 * @param text the body: Slack's text, a mail's plain text, or else the text of its HTML; may be
 *     empty
 * @param fields everything else, with the service's own names, sorted: {@code severity}, {@code
 *     dedup_key}, {@code priority}, {@code channel}, {@code to}
 */
public record Message(String title, String text, SortedMap<String, String> fields) {

  /**
   * Fields that snapshots omit: identifiers of incidents, messages and threads, which depend on the
   * path of routes or on a time; times and links of alerts, which follow from their rules; and what
   * Alertmanager adds to every message of a kind, which differs between versions.
   */
  private static final Pattern FOR_PROGRAMS =
      Pattern.compile(
          "(.*\\.)?(dedup_key|alias|entity_id|groupKey|fingerprint|generatorURL|startsAt|endsAt)"
              + "|ts|headers\\.(In-Reply-To|Message-Id|References)"
              + "|client|client_url|mrkdwn_in\\..*"
              + "|custom_details\\.((firing|resolved)(\\..*)?|num_firing|num_resolved)");

  public Message {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  /** A message whose fields are in any order. */
  public static Message of(String title, String text, Map<String, String> fields) {
    return new Message(title, text, new TreeMap<>(fields));
  }

  /** The fields that are meaningful to people and the same in every version of the servers. */
  public SortedMap<String, String> shownFields() {
    SortedMap<String, String> shown = new TreeMap<>(fields);
    shown.keySet().removeIf(name -> FOR_PROGRAMS.matcher(name).matches());
    return shown;
  }
}
