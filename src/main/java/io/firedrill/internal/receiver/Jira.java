package io.firedrill.internal.receiver;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Jira. Alertmanager appends to the address, whose path tells it the version of the API, and looks
 * the transitions up by their names. So the path stays, and in front of it are these names, in
 * Base64 behind tildes.
 */
final class Jira extends ReceiverKind {

  private static final String API_TYPE = "api_type";

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
      return settings; // There is none, and Alertmanager says so.
    }
    String path =
        "/~"
            + encoded(settings, "resolve_transition")
            + "~"
            + encoded(settings, "reopen_transition")
            + (url.group(2).isEmpty() ? "/" : url.group(2));
    YamlMapping redirected = settings.with("api_url", YamlScalar.quoted(place.url() + path));
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
