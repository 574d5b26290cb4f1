package io.firedrill.internal.receiver;

import io.firedrill.internal.receiver.Redirection.Rewrite;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The changes to settings. Unset settings stay unset if possible, and duplicates stay duplicates,
 * so that Alertmanager complains as it would in production.
 */
final class Rewrites {

  private static final String HTTP = "http_config";
  private static final String AUTHORIZATION = "authorization";

  private Rewrites() {}

  static Rewrite without(String... keys) {
    Set<String> all = Set.of(keys);
    return (settings, place) ->
        new YamlMapping(
            settings.position(),
            settings.entries().stream().filter(e -> !all.contains(e.key().text())).toList());
  }

  static Rewrite replacedAddress(String key) {
    return (settings, place) -> {
      String url = place.url();
      return inFile(Settings.replaced(settings, key, url), key, url, place);
    };
  }

  /** Adds the endpoint if the user sets none. */
  static Rewrite addedAddress(String key) {
    return (settings, place) ->
        Settings.has(settings, key) || Settings.has(settings, key + Settings.FILE)
            ? settings
            : settings.with(key, YamlScalar.quoted(place.url()));
  }

  /** Adds the endpoint if the user sets none, or only in the global section. */
  static Rewrite inheritedAddress(String key, List<String> globals) {
    Rewrite added = addedAddress(key);
    return (settings, place) -> place.globalHasAny(globals) ? added.of(settings, place) : settings;
  }

  static Rewrite replacedSecret(String key, String value) {
    return (settings, place) -> inFile(Settings.replaced(settings, key, value), key, value, place);
  }

  /** A named file that contains neither an address nor a secret. */
  static Rewrite replacedFile(String key, String content) {
    return (settings, place) ->
        Settings.has(settings, key)
            ? settings.with(key, YamlScalar.quoted(place.files().addSecret(content)))
            : settings;
  }

  /**
   * Keeps only the authorization of the connection settings, which some kinds require: {@code
   * authorization}, or {@code bearer_token}, which Alertmanager treats alike.
   */
  static Rewrite authorization() {
    return (settings, place) -> {
      if (!(settings.get(HTTP).orElse(null) instanceof YamlMapping http)) {
        return settings.without(HTTP);
      }
      YamlMapping kept = new YamlMapping(http.position(), List.of());
      boolean authorized =
          http.get(AUTHORIZATION).filter(v -> !v.isNull()).isPresent()
              || Settings.has(http, "bearer_token")
              || Settings.has(http, "bearer_token_file");
      YamlNode who = kept.with("credentials", YamlScalar.quoted(Settings.NO_SECRET));
      return settings.with(HTTP, authorized ? kept.with(AUTHORIZATION, who) : kept);
    };
  }

  /**
   * Connects through the proxy that answers for every HTTPS host, because the address is built in.
   */
  static Rewrite throughProxy() {
    return (settings, place) -> {
      YamlMapping empty = new YamlMapping(settings.position(), List.of());
      YamlNode tls = empty.with("insecure_skip_verify", YamlScalar.plain("true"));
      String proxy = "http://127.0.0.1:" + place.ports().proxy();
      return settings.with(
          HTTP, empty.with("proxy_url", YamlScalar.quoted(proxy)).with("tls_config", tls));
    };
  }

  /** The same, with a token that identifies the integration. */
  static Rewrite throughProxyWithToken() {
    return (settings, place) -> {
      YamlMapping proxied = throughProxy().of(settings, place);
      YamlMapping http = (YamlMapping) proxied.get(HTTP).orElseThrow();
      YamlMapping empty = new YamlMapping(settings.position(), List.of());
      YamlNode who = empty.with("credentials", YamlScalar.quoted(place.endpoint().path()));
      return proxied.with(HTTP, http.with(AUTHORIZATION, who));
    };
  }

  private static YamlMapping inFile(YamlMapping settings, String key, String text, Place place) {
    return Settings.has(settings, key + Settings.FILE)
        ? settings.with(key + Settings.FILE, YamlScalar.quoted(place.files().addSecret(text)))
        : settings;
  }

  static Rewrite template(String key, String standard, UnaryOperator<String> marked) {
    return (settings, place) -> {
      YamlNode own = settings.get(key).orElse(null);
      if (own != null && !(own instanceof YamlScalar)) {
        return settings; // Alertmanager reports that.
      }
      boolean isStandard = own == null || own.isNull();
      String template = isStandard ? standard : ((YamlScalar) own).text();
      return settings.with(key, YamlScalar.quoted(marked.apply(template)));
    };
  }

  /** Marks a setting that Alertmanager requires. */
  static Rewrite markedIfSet(String key) {
    Rewrite marked = template(key, "", Marker::withFull);
    return (settings, place) -> Settings.has(settings, key) ? marked.of(settings, place) : settings;
  }
}
