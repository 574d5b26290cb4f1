package io.firedrill.alertmanager;

import io.firedrill.source.Problems;
import io.firedrill.source.YamlNode;
import io.firedrill.source.YamlScalar;
import java.util.regex.Pattern;

/** Checks what Alertmanager would say about an address: it never sees it. */
final class Addresses {

  /** User, host and port as Go's {@code net/url} takes them, and escapes of two digits. */
  private static final Pattern URL =
      Pattern.compile(
          "(?i)https?://([^@/?#\\s]*@)?(\\[[0-9a-f:.%]+]|[^:/?#\\[\\]\\s\\\\\"{}^|]+)(:[0-9]*)?"
              + "([/?#]([^%]|%[0-9a-f]{2})*)?",
          Pattern.DOTALL);

  private Addresses() {}

  /** Reports an address that is none. */
  static Kind.Check checked(String key) {
    return (settings, problems) ->
        settings
            .get(key)
            .filter(v -> !Settings.isNothing(v))
            .ifPresent(url -> check(key, url, problems));
  }

  static void check(String key, YamlNode url, Problems problems) {
    // Some versions take a template for some addresses.
    boolean fine =
        url instanceof YamlScalar scalar
            && (URL.matcher(scalar.text()).matches() || scalar.text().contains("{{"));
    if (!fine) {
      String found = url instanceof YamlScalar s ? "\"" + s.text() + "\"" : url.kind();
      problems.error(url, "expected an http or https address for \"" + key + "\", found " + found);
    }
  }
}
