package io.firedrill.capture;

import io.firedrill.capture.Subject.Group;
import io.firedrill.capture.Subject.Tag;
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
 * What the redirected configuration adds to templates, read and taken out again. {@code
 * alertmanager.Marker} describes its format.
 */
final class Marker {

  private static final String EDGE = "\u001e";
  private static final Pattern PLAIN = Pattern.compile("[a-z]+~[0-9a-z_.~-]*");
  private static final Pattern MARKER = Pattern.compile(EDGE + "([^" + EDGE + "]*)" + EDGE + "?");
  private static final Pattern TAG = Pattern.compile(EDGE + "([a-z]+~[0-9]+~[0-9a-f]+)" + EDGE);

  /** In JSON as Go writes it; one that was cut off goes on to the string's end. */
  private static final Pattern IN_JSON =
      Pattern.compile("\\\\u001e(?:(?!\\\\u001e)(?:[^\"\\\\]|\\\\.))*+(?:\\\\u001e)?");

  private Marker() {}

  /** What a value with the full marker is about. */
  static Group full(String value) {
    Matcher marker = MARKER.matcher(value);
    return marker.find() && marker.group().endsWith(EDGE)
        ? group(marker.group(1))
        : Subject.UNKNOWN;
  }

  /** What a marker without edges is about. */
  static Group plain(String marker) {
    return PLAIN.matcher(marker).matches() ? group(marker) : Subject.UNKNOWN;
  }

  /** What a text with the tag is about. */
  static Subject tag(String text) {
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
    return new NotifiedAlert(
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
