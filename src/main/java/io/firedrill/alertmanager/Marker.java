package io.firedrill.alertmanager;

/**
 * What is added to rendered templates so that a captured message tells what it is about, as most
 * services' messages do not. {@code capture} reads it, and takes it out again.
 *
 * <p>The full marker goes where nobody looks. It holds the status, the group labels and then each
 * alert, separated by tildes. An alert has its status, start, end, labels and annotations,
 * separated by underscores; labels are {@code name-value.}, in hexadecimal, so that nothing changes
 * it: no JSON, HTML, address or header. Behind a user's own text it stands between two record
 * separators.
 *
 * <p>The tag is for kinds all of whose templates are read by people: it has the status, the number
 * of alerts and the first alert's fingerprint. A companion, a webhook in the same receiver, gets
 * the same notification and tells the rest. It stands at the end: what is cut off there is not
 * missed.
 */
final class Marker {

  /** Reserved: what the user's own templates are not called. */
  private static final String FULL = "__firedrill_marker";

  private static final String PLAIN = "__firedrill_plain";
  private static final String TAG = "__firedrill_tag";

  /** The file that defines both, relative to the configuration's directory. */
  static final String FILE = "firedrill.tmpl";

  private static final String PAIRS = "{{ printf \"%x-%x.\" .Name .Value }}";

  private static final String ALERT =
      "{{ .Status }}_{{ .StartsAt.UnixNano }}_{{ if eq .Status \"resolved\" }}{{ .EndsAt.UnixNano }}"
          + "{{ end }}_{{ range .Labels.SortedPairs }}"
          + PAIRS
          + "{{ end }}_{{ range .Annotations.SortedPairs }}"
          + PAIRS
          + "{{ end }}";

  /** The file's content. */
  static final String DEFINITIONS =
      define(
              PLAIN,
              "{{ .Status }}~{{ range .GroupLabels.SortedPairs }}"
                  + PAIRS
                  + "{{ end }}{{ range .Alerts }}~"
                  + ALERT
                  + "{{ end }}")
          + define(FULL, "\u001e" + call(PLAIN) + "\u001e")
          + define(
              TAG,
              "\u001e{{ .Status }}~{{ len .Alerts }}~{{ (index .Alerts 0).Fingerprint }}\u001e");

  private Marker() {}

  private static String define(String name, String content) {
    return "{{ define \"" + name + "\" }}" + content + "{{ end }}\n";
  }

  private static String call(String name) {
    return "{{ template \"" + name + "\" . }}";
  }

  /** A template with the full marker at its end. */
  static String full(String template) {
    return template + call(FULL);
  }

  /** A text of ours with the full marker at its end, without control characters. */
  static String plain(String text) {
    return text + call(PLAIN);
  }

  /** A template with the tag at its end. */
  static String tagged(String template) {
    return template + call(TAG);
  }
}
