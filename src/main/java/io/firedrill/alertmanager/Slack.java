package io.firedrill.alertmanager;

import io.firedrill.source.YamlMapping;
import java.util.List;

/**
 * Slack, whose messages go to {@code app_url} where there is a token, and else to {@code api_url}.
 */
final class Slack {

  private static final List<String> TOKENS = List.of("slack_app_token", "slack_app_token_file");
  private static final List<String> URLS = List.of("slack_api_url", "slack_api_url_file");

  private Slack() {}

  /** Adds what the user leaves to the global section, or to Alertmanager's default. */
  static YamlMapping addresses(YamlMapping settings, Place place) {
    if (Settings.has(settings, "app_token") || Settings.has(settings, "app_token_file")) {
      return Rewrites.addedAddress("app_url").of(settings, place);
    }
    boolean token = place.globalHasAny(TOKENS);
    YamlMapping own =
        token || place.globalHasAny(URLS)
            ? Rewrites.addedAddress("api_url").of(settings, place)
            : settings;
    // The global token counts beside an address in a file, too.
    return token ? Rewrites.addedAddress("app_url").of(own, place) : own;
  }
}
