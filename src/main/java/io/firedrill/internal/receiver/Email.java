package io.firedrill.internal.receiver;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import java.util.List;

/** Mail. An additional header names the endpoint and contains the marker. */
final class Email extends ReceiverKind {

  private static final String HEADERS = "headers";
  private static final String SMARTHOST = "smarthost";

  Email() {
    super(
        "email",
        """
        auth_identity auth_password auth_password_file auth_secret auth_secret_file
        auth_username force_implicit_tls from headers hello html require_tls send_resolved
        smarthost text threading tls_config to
        """,
        GlobalKeys.NONE
            .replaced(Email::smarthost, "smtp_smarthost")
            .kept("smtp_from", "smtp_hello")
            .leftOut(
                "smtp_auth_identity",
                "smtp_auth_password",
                "smtp_auth_password_file",
                "smtp_auth_secret",
                "smtp_auth_secret_file",
                "smtp_auth_username",
                "smtp_force_implicit_tls",
                "smtp_require_tls",
                "smtp_tls_config"),
        Redirection.start()
            .without(
                "auth_username",
                "auth_password",
                "auth_password_file",
                "auth_secret",
                "auth_secret_file",
                "auth_identity",
                "tls_config",
                "force_implicit_tls")
            .rewrite(Email::rewritten));
  }

  @Override
  public boolean sendsResolved() {
    return false;
  }

  /** Mail does not arrive over HTTP: see {@link Mail}. */
  @Override
  Service service() {
    return request -> {
      throw new UndecodableException("mail by HTTP", null);
    };
  }

  private static YamlMapping rewritten(YamlMapping settings, Place place) {
    YamlMapping changed = Settings.replaced(settings, SMARTHOST, smarthost(place.ports()));
    changed = changed.with("require_tls", YamlScalar.plain("false"));
    YamlNode own = settings.get(HEADERS).orElse(YamlScalar.plain("null"));
    if (!own.isNull() && !(own instanceof YamlMapping)) {
      return changed; // Alertmanager refuses it.
    }
    YamlMapping headers =
        own instanceof YamlMapping mapping
            ? mapping
            : new YamlMapping(settings.position(), List.of());
    String ours = Marker.withPlain(place.endpoint().path() + ":");
    return changed.with(HEADERS, headers.with(Mail.HEADER, YamlScalar.quoted(ours)));
  }

  static String smarthost(SinkPorts ports) {
    return "127.0.0.1:" + ports.smtp();
  }
}
