package io.firedrill.alertmanager;

import io.firedrill.source.YamlMapping;
import io.firedrill.source.YamlScalar;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Jira. Alertmanager appends to the address, whose path tells it the API's version, and asks for
 * the transitions' ids by their names: so the path stays, and before it the names are told, in
 * Base64 behind tildes.
 */
final class Jira {

  private static final String API_TYPE = "api_type";

  private static final Pattern URL = Pattern.compile("(?i)https?://([^/?#]*)([^?#]*).*");

  private Jira() {}

  static YamlMapping redirected(YamlMapping settings, Place place) {
    Matcher url = URL.matcher(address(settings, place));
    if (!url.matches()) {
      return settings; // There is none, and Alertmanager says so.
    }
    String path =
        "/~"
            + encoded(settings, "resolve_transition")
            + "~"
            + encoded(settings, "reopen_transition")
            + (url.group(2).isEmpty() ? "/" : url.group(2));
    YamlMapping redirected =
        settings.with("api_url", YamlScalar.quoted(place.endpoint().url() + path));
    // It is told by the address's host, where the user does not say.
    boolean automatic = text(settings, API_TYPE).equals("auto");
    return automatic && url.group(1).endsWith("atlassian.net")
        ? redirected.with(API_TYPE, YamlScalar.plain("cloud"))
        : redirected;
  }

  private static String address(YamlMapping settings, Place place) {
    String own = text(settings, "api_url");
    return own.isEmpty() ? text(place.global(), "jira_api_url") : own;
  }

  private static String encoded(YamlMapping settings, String key) {
    byte[] name = text(settings, key).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(name);
  }

  private static String text(YamlMapping settings, String key) {
    return settings
        .get(key)
        .filter(v -> !Settings.isNothing(v))
        .flatMap(
            v -> v instanceof YamlScalar scalar ? Optional.of(scalar.text()) : Optional.empty())
        .orElse("");
  }
}
