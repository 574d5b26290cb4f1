package io.firedrill.alertmanager;

import io.firedrill.source.Problems;
import io.firedrill.source.YamlMapping;

/**
 * What Alertmanager says about a webhook's address, from its first version with {@code url_file}
 * on.
 */
final class WebhookChecks {

  private WebhookChecks() {}

  static void address(YamlMapping settings, Problems problems) {
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
