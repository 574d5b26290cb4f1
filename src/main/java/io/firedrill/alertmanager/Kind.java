package io.firedrill.alertmanager;

import io.firedrill.source.Problems;
import io.firedrill.source.YamlMapping;
import java.util.ArrayList;
import java.util.List;

/**
 * A kind of integration: how one is pointed at the sink. Immutable; each method gives a kind with
 * one rule more. Connection settings ({@code http_config}) are left out of every kind, but for the
 * fact that they authorize where that has to be said.
 */
final class Kind {

  /** Changes an integration's settings. */
  @FunctionalInterface
  interface Rewrite {
    YamlMapping of(YamlMapping settings, Place place);
  }

  /** Reports settings that cannot be redirected. */
  @FunctionalInterface
  interface Check {
    void of(YamlMapping settings, Problems problems);
  }

  private final String word;
  private final List<Rewrite> rewrites;
  private final List<Check> checks;
  private final boolean companion;

  private Kind(String word, List<Rewrite> rewrites, List<Check> checks, boolean companion) {
    this.word = word;
    this.rewrites = List.copyOf(rewrites);
    this.checks = List.copyOf(checks);
    this.companion = companion;
  }

  /** A kind by Alertmanager's word for it, such as {@code slack}. */
  static Kind of(String word) {
    return new Kind(word, List.of(), List.of(), false).without("http_config");
  }

  /** A kind whose connection settings have to, or may, say who sends. */
  static Kind authorized(String word) {
    return new Kind(word, List.of(), List.of(), false).rewrite(Rewrites.authorization());
  }

  String word() {
    return word;
  }

  /** The receiver's key for the kind's integrations. */
  String key() {
    return word + "_configs";
  }

  /** Whether a companion tells what the kind's own messages do not. */
  boolean hasCompanion() {
    return companion;
  }

  Kind rewrite(Rewrite rewrite) {
    List<Rewrite> more = new ArrayList<>(rewrites);
    more.add(rewrite);
    return new Kind(word, more, checks, companion);
  }

  Kind check(Check check) {
    List<Check> more = new ArrayList<>(checks);
    more.add(check);
    return new Kind(word, rewrites, more, companion);
  }

  /** Leaves settings out. */
  Kind without(String... keys) {
    return rewrite(Rewrites.without(keys));
  }

  /** An address that each integration has to name itself, inline or in a file. */
  Kind ownAddress(String key) {
    return rewrite(Rewrites.replacedAddress(key));
  }

  /** An address that Alertmanager knows where none is given. */
  Kind address(String key) {
    return ownAddress(key).rewrite(Rewrites.addedAddress(key));
  }

  /** An address that the global section may give; {@code globals} are all keys that do. */
  Kind globalAddress(String key, String... globals) {
    return ownAddress(key).rewrite(Rewrites.inheritedAddress(key, List.of(globals)));
  }

  /** Secrets, each inline or in a file. */
  Kind secrets(String... keys) {
    Kind kind = this;
    for (String key : keys) {
      kind = kind.rewrite(Rewrites.replacedSecret(key, Settings.NO_SECRET));
    }
    return kind;
  }

  /** A file that is named, with other content. */
  Kind file(String key, String content) {
    return rewrite(Rewrites.replacedFile(key, content));
  }

  /** A secret that is a template, and so can carry the full marker. */
  Kind markedSecret(String key) {
    return rewrite(Rewrites.replacedSecret(key, Settings.MARKED_SECRET));
  }

  /** A setting that has one value, whatever it had. */
  Kind pinned(String key, String value) {
    return rewrite(Rewrites.pinned(key, value));
  }

  /**
   * The full marker at the end of a templated setting that nobody reads.
   *
   * @param standard the template that Alertmanager takes where there is none
   */
  Kind marked(String key, String standard) {
    return rewrite(Rewrites.template(key, standard, Marker::full));
  }

  /** The full marker at the end of a templated setting that there has to be. */
  Kind markedIfSet(String key) {
    return rewrite(Rewrites.markedIfSet(key));
  }

  /**
   * The tag at the end of a templated setting that people read, and a companion.
   *
   * @param standard the template that Alertmanager takes where there is none
   */
  Kind tagged(String key, String standard) {
    Kind tagged = rewrite(Rewrites.template(key, standard, Marker::tagged));
    return new Kind(word, tagged.rewrites, checks, true);
  }

  YamlMapping redirected(YamlMapping settings, Place place) {
    YamlMapping redirected = KnownSettings.of(word, settings);
    for (Rewrite rewrite : rewrites) {
      redirected = rewrite.of(redirected, place);
    }
    return redirected;
  }

  void check(YamlMapping settings, Problems problems) {
    checks.forEach(check -> check.of(settings, problems));
  }
}
