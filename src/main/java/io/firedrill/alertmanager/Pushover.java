package io.firedrill.alertmanager;

import io.firedrill.source.YamlMapping;
import io.firedrill.source.YamlNode;
import io.firedrill.source.YamlScalar;
import java.util.List;

/**
 * Pushover, whose HTTPS address is built in: it is reached through a proxy, and the proxy is the
 * sink. Nothing is trusted that leads outside. The token tells whose message it is.
 */
final class Pushover {

  private Pushover() {}

  /** The token's stand-in, inline or in a file. */
  static YamlMapping token(YamlMapping settings, Place place) {
    String token = Marker.plain(place.endpoint().path() + ":");
    return Rewrites.replacedSecret("token", token).of(settings, place);
  }

  static YamlMapping throughProxy(YamlMapping settings, Place place) {
    String proxy = "http://127.0.0.1:" + place.endpoint().ports().proxy();
    YamlMapping empty = new YamlMapping(settings.position(), List.of());
    YamlNode tls = empty.with("insecure_skip_verify", YamlScalar.plain("true"));
    return settings.with(
        "http_config", empty.with("proxy_url", YamlScalar.quoted(proxy)).with("tls_config", tls));
  }
}
