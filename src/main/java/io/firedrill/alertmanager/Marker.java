package io.firedrill.alertmanager;

/**
 * What is added to rendered templates so that a captured message tells what it is about, as most
 * services' messages do not. {@code capture} reads it, and takes it out again.
 *
 * <p>The full marker goes where nobody looks. It stands between two record separators and holds the
 * status, the group labels and then each alert, separated by exclamation marks. An alert has its
 * status, start, end, labels and annotations, separated by semicolons; labels are {@code
 * name=value,}. Everything is URL-encoded, so that no template function, JSON or HTML changes it.
 *
 * <p>The tag is for kinds all of whose templates are read by people: it has the status, the number
 * of alerts and the first alert's fingerprint. A companion, a webhook in the same receiver, gets
 * the same notification and tells the rest. It stands at the end: what is cut off there is not
 * missed.
 */
final class Marker {

  /** Reserved: what the user's own templates are not called. */
  private static final String FULL = "__firedrill_marker";

  private static final String TAG = "__firedrill_tag";

  /** The file that defines both, relative to the configuration's directory. */
  static final String FILE = "firedrill.tmpl";

  private static final String PAIRS = "{{ urlquery .Name }}={{ urlquery .Value }},";

  private static final String ALERT =
      "{{ .Status }};{{ .StartsAt.UnixNano }};{{ if eq .Status \"resolved\" }}{{ .EndsAt.UnixNano }}"
          + "{{ end }};{{ range .Labels.SortedPairs }}"
          + PAIRS
          + "{{ end }};{{ range .Annotations.SortedPairs }}"
          + PAIRS
          + "{{ end }}";

  /** The file's content. */
  static final String DEFINITIONS =
      define(
              FULL,
              "{{ .Status }}!{{ range .GroupLabels.SortedPairs }}"
                  + PAIRS
                  + "{{ end }}{{ range .Alerts }}!"
                  + ALERT
                  + "{{ end }}")
          + define(TAG, "{{ .Status }}!{{ len .Alerts }}!{{ (index .Alerts 0).Fingerprint }}");

  private Marker() {}

  private static String define(String name, String content) {
    return "{{ define \"" + name + "\" }}\u001e" + content + "\u001e{{ end }}\n";
  }

  /** A template with the full marker at its end. */
  static String full(String template) {
    return template + "{{ template \"" + FULL + "\" . }}";
  }

  /** A template with the tag at its end. */
  static String tagged(String template) {
    return template + "{{ template \"" + TAG + "\" . }}";
  }
}
