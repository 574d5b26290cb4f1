package io.firedrill.alertmanager;

import io.firedrill.source.YamlMapping;
import io.firedrill.source.YamlNode;
import io.firedrill.source.YamlScalar;
import java.util.List;

/** Mail. A header of its own tells whose it is, and carries the marker. */
final class Email {

  private static final String HEADER = "X-Firedrill";
  private static final String HEADERS = "headers";
  private static final String SMARTHOST = "smarthost";

  private Email() {}

  static YamlMapping redirected(YamlMapping settings, Place place) {
    YamlMapping changed =
        Settings.replaced(settings, SMARTHOST, smarthost(place.endpoint().ports()));
    changed = changed.with("require_tls", YamlScalar.plain("false"));
    YamlNode own = settings.get(HEADERS).orElse(YamlScalar.plain("null"));
    if (!own.isNull() && !(own instanceof YamlMapping)) {
      return changed; // Alertmanager refuses it.
    }
    YamlMapping headers =
        own instanceof YamlMapping mapping
            ? mapping
            : new YamlMapping(settings.position(), List.of());
    String ours = Marker.plain(place.endpoint().path() + ":");
    return changed.with(HEADERS, headers.with(HEADER, YamlScalar.quoted(ours)));
  }

  static String smarthost(SinkPorts ports) {
    return "127.0.0.1:" + ports.smtp();
  }
}
