package io.firedrill.alertmanager;

import io.firedrill.source.YamlMapping;
import io.firedrill.source.YamlNode;
import io.firedrill.source.YamlScalar;
import java.util.List;

/**
 * SNS. Its address is a template, whose path carries the marker. Credentials are always given,
 * since the SDK would look for some elsewhere, in the network too.
 */
final class Sns {

  private static final String SIGNING = "sigv4";

  private Sns() {}

  static YamlMapping redirected(YamlMapping settings, Place place) {
    String url = Marker.plain(place.endpoint().url() + "/");
    YamlNode signing = settings.get(SIGNING).orElse(YamlScalar.plain("null"));
    if (!(signing instanceof YamlMapping) && !signing.isNull()) {
      return settings.with("api_url", YamlScalar.quoted(url)); // Alertmanager refuses it.
    }
    YamlMapping own =
        signing instanceof YamlMapping mapping
            ? mapping
            : new YamlMapping(settings.position(), List.of());
    return settings.with("api_url", YamlScalar.quoted(url)).with(SIGNING, harmless(own, place));
  }

  private static YamlMapping harmless(YamlMapping signing, Place place) {
    YamlMapping kept = Rewrites.without("profile", "role_arn", "external_id").of(signing, place);
    // One of two is a mistake, which stays one.
    boolean none = !Settings.has(kept, "access_key") && !Settings.has(kept, "secret_key");
    for (String key : List.of("access_key", "secret_key")) {
      kept =
          none
              ? kept.with(key, YamlScalar.quoted(Settings.NO_SECRET))
              : Settings.replaced(kept, key, Settings.NO_SECRET);
    }
    return Settings.has(kept, "region")
        ? kept
        : kept.with("region", YamlScalar.quoted("us-east-1"));
  }
}
