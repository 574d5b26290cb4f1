package io.firedrill.alertmanager;

import io.firedrill.source.Problems;
import io.firedrill.source.YamlMapping;
import java.util.List;
import java.util.Optional;

/** Settings that make an integration send to an address that Alertmanager has built in. */
final class Refusals {

  private Refusals() {}

  /** Alertmanager's documentation, {@code pagerduty_config}: a service key means version 1. */
  static void pagerDutyVersion1(YamlMapping settings, Problems problems) {
    for (String key : List.of("service_key", "service_key_file")) {
      if (Settings.has(settings, key)) {
        problems.error(
            settings.key(key).orElseThrow(),
            "\"" + key + "\" cannot be tested: PagerDuty's Events API v1 has a fixed address",
            Optional.of("test it with \"routing_key\", the Events API v2"));
      }
    }
  }
}
