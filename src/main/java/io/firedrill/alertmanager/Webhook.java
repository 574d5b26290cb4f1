package io.firedrill.alertmanager;

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
}
