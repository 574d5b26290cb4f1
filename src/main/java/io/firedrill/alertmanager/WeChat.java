package io.firedrill.alertmanager;

import io.firedrill.source.Problems;
import io.firedrill.source.YamlMapping;
import io.firedrill.source.YamlScalar;
import java.util.Optional;

/** WeChat, to whose address Alertmanager appends without a slash. */
final class WeChat {

  private static final String ADDRESS = "api_url";

  private WeChat() {}

  static YamlMapping redirected(YamlMapping settings, Place place) {
    return settings.with(ADDRESS, YamlScalar.quoted(place.endpoint().url() + "/"));
  }

  /** Reports an address that no message would reach. */
  static void check(YamlMapping settings, Problems problems) {
    settings
        .get(ADDRESS)
        .filter(url -> url instanceof YamlScalar text && text.text().matches(".*[^/]"))
        .ifPresent(
            url ->
                problems.error(
                    url,
                    "\"api_url\" of a wechat integration has to end with a slash: Alertmanager"
                        + " appends \"message/send\" to it",
                    Optional.of("add \"/\"")));
  }
}
