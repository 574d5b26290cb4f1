package io.firedrill.alertmanager;

import io.firedrill.source.YamlMapping;
import io.firedrill.source.YamlScalar;

/** WeChat, to whose address Alertmanager appends without a slash. */
final class WeChat {

  private static final String ADDRESS = "api_url";

  private WeChat() {}

  static YamlMapping redirected(YamlMapping settings, Place place) {
    return settings.with(ADDRESS, YamlScalar.quoted(place.endpoint().url() + "/"));
  }
}
