package io.firedrill.internal.receiver;

import io.firedrill.internal.source.YamlMapping;
import java.util.ArrayList;
import java.util.List;

/**
 * How the settings of one kind of integration are redirected to its stand-in. Immutable; each
 * method returns a copy with an additional rule. Connection settings ({@code http_config}) are left
 * out, except for an authorization that a kind requires.
 */
final class Redirection {

  /** Changes an integration's settings. */
  @FunctionalInterface
  interface Rewrite {
    YamlMapping of(YamlMapping settings, Place place);
  }

  private final List<Rewrite> rewrites;
  private final boolean companion;

  private Redirection(List<Rewrite> rewrites, boolean companion) {
    this.rewrites = List.copyOf(rewrites);
    this.companion = companion;
  }

  /** Without connection settings. */
  static Redirection start() {
    return new Redirection(List.of(), false).without("http_config");
  }

  /** For a kind whose connection settings must or may contain an authorization. */
  static Redirection authorized() {
    return new Redirection(List.of(), false).rewrite(Rewrites.authorization());
  }

  /** Whether a companion must carry the data that the kind's own messages cannot. */
  boolean hasCompanion() {
    return companion;
  }

  Redirection rewrite(Rewrite rewrite) {
    List<Rewrite> more = new ArrayList<>(rewrites);
    more.add(rewrite);
    return new Redirection(more, companion);
  }

  /** Leaves settings out. */
  Redirection without(String... keys) {
    return rewrite(Rewrites.without(keys));
  }

  /** An address that each integration must set itself, inline or in a file. */
  Redirection ownAddress(String key) {
    return rewrite(Rewrites.replacedAddress(key));
  }

  /** An address with a default in Alertmanager. */
  Redirection address(String key) {
    return ownAddress(key).rewrite(Rewrites.addedAddress(key));
  }

  /** An address that the global section may set, by any of the keys {@code globals}. */
  Redirection globalAddress(String key, String... globals) {
    return ownAddress(key).rewrite(Rewrites.inheritedAddress(key, List.of(globals)));
  }

  /** Secrets, each inline or in a file. */
  Redirection secrets(String... keys) {
    Redirection all = this;
    for (String key : keys) {
      all = all.rewrite(Rewrites.replacedSecret(key, Settings.NO_SECRET));
    }
    return all;
  }

  /** A named file, with other content. */
  Redirection file(String key, String content) {
    return rewrite(Rewrites.replacedFile(key, content));
  }

  /** A secret that is a template and can therefore carry the full marker. */
  Redirection markedSecret(String key) {
    return rewrite(Rewrites.replacedSecret(key, Settings.MARKED_SECRET));
  }

  /**
   * The full marker at the end of a templated setting that nobody reads.
   *
   * @param standard Alertmanager's default for the template
   */
  Redirection marked(String key, String standard) {
    return rewrite(Rewrites.template(key, standard, Marker::withFull));
  }

  /** The full marker at the end of a required templated setting. */
  Redirection markedIfSet(String key) {
    return rewrite(Rewrites.markedIfSet(key));
  }

  /**
   * The tag at the end of a templated setting that people read, and a companion.
   *
   * @param standard Alertmanager's default for the template
   */
  Redirection tagged(String key, String standard) {
    Redirection tagged = rewrite(Rewrites.template(key, standard, Marker::withTag));
    return new Redirection(tagged.rewrites, true);
  }

  YamlMapping of(YamlMapping settings, Place place) {
    YamlMapping redirected = settings;
    for (Rewrite rewrite : rewrites) {
      redirected = rewrite.of(redirected, place);
    }
    return redirected;
  }
}
