package io.firedrill.alertmanager;

import io.firedrill.source.Problems;
import io.firedrill.source.YamlMapping;

/** Webhooks. */
final class Webhook {

  private Webhook() {}

  /**
   * A body of the user's own need not tell what it is about. The versions that know such bodies
   * take a template for the address, which can.
   */
  static YamlMapping address(YamlMapping settings, Place place) {
    String url = place.endpoint().url();
    String address = settings.get("payload").isPresent() ? Marker.plain(url + "/") : url;
    return Rewrites.replacedSecret("url", address).of(settings, place);
  }

  /** What Alertmanager says about a webhook's address. */
  static void check(YamlMapping settings, Problems problems) {
    boolean inline = Settings.has(settings, "url");
    boolean inFile = Settings.has(settings, "url_file");
    if (!inline && !inFile) {
      problems.error(settings, "\"url\" or \"url_file\" is missing in a webhook");
    } else if (inline && inFile) {
      problems.error(
          settings.key("url_file").orElseThrow(),
          "a webhook has \"url\" or \"url_file\", not both");
    }
  }
}
