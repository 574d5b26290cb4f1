package io.firedrill.internal.receiver;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Jira. Alertmanager appends to the address, whose path contains the version of the API, and finds
 * transitions by their names. So the path is kept, and these names are added in front of it, as
 * tildes and Base64.
 */
final class Jira extends ReceiverKind {

  private static final String API_URL = "api_url";
  private static final String CLOUD = "atlassian.net";

  private static final Pattern URL = Pattern.compile("(?i)https?://([^/?#]*)([^?#]*).*");

  Jira() {
    super(
        "jira",
        """
        api_type api_url description fields http_config issue_type labels priority project
        reopen_duration reopen_transition resolve_transition send_resolved summary
        wont_fix_resolution
        """,
        GlobalKeys.NONE.addresses("jira_api_url"),
        Redirection.start().rewrite(Jira::rewritten).markedIfSet("project"));
  }

  @Override
  Service service() {
    return new JiraService();
  }

  private static YamlMapping rewritten(YamlMapping settings, Place place) {
    Matcher url = URL.matcher(address(settings, place));
    if (!url.matches()) {
      return settings; // Alertmanager reports that it is missing.
    }
    String path =
        "/~"
            + encoded(settings, "resolve_transition")
            + "~"
            + encoded(settings, "reopen_transition")
            + (url.group(2).isEmpty() ? "/" : url.group(2));
    return url.group(1).endsWith(CLOUD)
        ? inTheCloud(settings, path, place)
        : settings.with(API_URL, YamlScalar.quoted(place.url() + path));
  }

  /** Keeps the end of a host name of Jira Cloud, from which Alertmanager chooses its search API. */
  private static YamlMapping inTheCloud(YamlMapping settings, String path, Place place) {
    YamlMapping empty = new YamlMapping(settings.position(), List.of());
    String proxy = "http://127.0.0.1:" + place.ports().http();
    return settings
        .with(
            API_URL,
            YamlScalar.quoted("http://firedrill." + CLOUD + place.endpoint().path() + path))
        .with("http_config", empty.with("proxy_url", YamlScalar.quoted(proxy)));
  }

  private static String address(YamlMapping settings, Place place) {
    String own = Settings.text(settings, API_URL);
    return own.isEmpty() ? Settings.text(place.global(), "jira_api_url") : own;
  }

  private static String encoded(YamlMapping settings, String key) {
    byte[] name = Settings.text(settings, key).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(name);
  }
}
