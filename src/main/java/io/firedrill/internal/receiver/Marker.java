package io.firedrill.internal.receiver;

import io.firedrill.internal.receiver.Subject.Group;
import io.firedrill.internal.receiver.Subject.Tag;
import io.firedrill.internal.timeline.CapturedAlert;
import io.firedrill.model.Labels;
import io.firedrill.model.Notification.NotifiedAlert;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addition to rendered templates that attributes a captured message to its group, because most
 * services' messages do not identify it. It is removed when the message is decoded.
 *
 * <p>The full marker is in a field that nobody reads. It contains the status, the group labels and
 * then each alert, separated by tildes. An alert has its status, start, end, labels and
 * annotations, separated by underscores; labels are {@code name-value.}, in hexadecimal, so that
 * JSON, HTML, addresses and headers do not change it. After a user's own text it is enclosed in two
 * record separators.
 *
 * <p>The tag is for kinds whose templates are all read by people: it has the status, the number of
 * alerts and the first alert's fingerprint. A companion, a webhook in the same receiver, gets the
 * same notification with the other data. The tag is at the end, where truncation does little harm.
 */
public final class Marker {

  /** A reserved name, which users' templates do not have. */
  private static final String FULL_NAME = "__firedrill_marker";

  private static final String PLAIN_NAME = "__firedrill_plain";
  private static final String TAG_NAME = "__firedrill_tag";

  /** The file that defines both, relative to the configuration's directory. */
  public static final String FILE = "firedrill.tmpl";

  private static final String PAIRS = "{{ printf \"%x-%x.\" .Name .Value }}";

  private static final String ALERT =
      "{{ .Status }}_{{ .StartsAt.UnixNano }}_{{ if eq .Status \"resolved\" }}{{ .EndsAt.UnixNano }}"
          + "{{ end }}_{{ range .Labels.SortedPairs }}"
          + PAIRS
          + "{{ end }}_{{ range .Annotations.SortedPairs }}"
          + PAIRS
          + "{{ end }}";

  /** The file's content. */
  public static final String DEFINITIONS =
      define(
              PLAIN_NAME,
              "{{ .Status }}~{{ range .GroupLabels.SortedPairs }}"
                  + PAIRS
                  + "{{ end }}{{ range .Alerts }}~"
                  + ALERT
                  + "{{ end }}")
          + define(FULL_NAME, "\u001e" + call(PLAIN_NAME) + "\u001e")
          + define(
              TAG_NAME,
              "\u001e{{ .Status }}~{{ len .Alerts }}~{{ (index .Alerts 0).Fingerprint }}\u001e");

  private static final String EDGE = "\u001e";
  private static final Pattern PLAIN = Pattern.compile("[a-z]+~[0-9a-z_.~-]*");
  private static final Pattern MARKER = Pattern.compile(EDGE + "([^" + EDGE + "]*)" + EDGE + "?");
  private static final Pattern TAG = Pattern.compile(EDGE + "([a-z]+~[0-9]+~[0-9a-f]+)" + EDGE);

  /** In JSON as Go writes it; a truncated marker extends to the end of the string. */
  private static final Pattern IN_JSON =
      Pattern.compile("\\\\u001e(?:(?!\\\\u001e)(?:[^\"\\\\]|\\\\.))*+(?:\\\\u001e)?");

  private Marker() {}

  private static String define(String name, String content) {
    return "{{ define \"" + name + "\" }}" + content + "{{ end }}\n";
  }

  private static String call(String name) {
    return "{{ template \"" + name + "\" . }}";
  }

  /** A template with the full marker at its end. */
  static String withFull(String template) {
    return template + call(FULL_NAME);
  }

  /** A text of Firedrill with the full marker at its end, without control characters. */
  static String withPlain(String text) {
    return text + call(PLAIN_NAME);
  }

  /** A template with the tag at its end. */
  static String withTag(String template) {
    return template + call(TAG_NAME);
  }

  /** The subject of a value with the full marker. */
  static Group readFull(String value) {
    Matcher marker = MARKER.matcher(value);
    return marker.find() && marker.group().endsWith(EDGE)
        ? group(marker.group(1))
        : Subject.UNKNOWN;
  }

  /** The subject of a marker without edges. */
  static Group readPlain(String marker) {
    return PLAIN.matcher(marker).matches() ? group(marker) : Subject.UNKNOWN;
  }

  /** The subject of a text with the tag. */
  static Subject readTag(String text) {
    Matcher tag = TAG.matcher(text);
    return tag.find() ? new Tag(tag.group(1)) : Tag.CUT_OFF;
  }

  /** A value without marker or tag. */
  static String without(String value) {
    return MARKER.matcher(value).replaceAll("");
  }

  /** JSON without marker or tag. */
  static String withoutInJson(String json) {
    return IN_JSON.matcher(json).replaceAll("");
  }

  private static Group group(String marker) {
    String[] parts = marker.split("~", -1);
    List<NotifiedAlert> alerts = new ArrayList<>();
    for (int i = 2; i < parts.length; i++) {
      alerts.add(alert(parts[i].split("_", -1)));
    }
    return new Group(parts[0], Labels.copyOf(pairs(parts[1])), alerts);
  }

  private static NotifiedAlert alert(String[] parts) {
    return new CapturedAlert(
        parts[0],
        Labels.copyOf(pairs(parts[3])),
        pairs(parts[4]),
        time(parts[1]),
        parts[2].isEmpty() ? null : time(parts[2]));
  }

  private static Instant time(String nanos) {
    return Instant.EPOCH.plusNanos(Long.parseLong(nanos));
  }

  private static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new TreeMap<>();
    for (String pair : text.split("\\.")) {
      int dash = pair.indexOf('-');
      if (dash > 0) {
        pairs.put(decoded(pair.substring(0, dash)), decoded(pair.substring(dash + 1)));
      }
    }
    return pairs;
  }

  private static String decoded(String hexadecimal) {
    return new String(HexFormat.of().parseHex(hexadecimal), StandardCharsets.UTF_8);
  }
}
