package io.firedrill.internal.receiver;

import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.YamlMapping;
import java.util.Set;

/**
 * A kind of integration: everything that Firedrill knows about it. Its settings and defaults come
 * from Alertmanager's documentation, {@code receiver-integration-settings}, since version 0.25; a
 * rule about a setting that a version does not have has no effect.
 */
public abstract class ReceiverKind {

  private final String word;
  private final Set<String> settings;
  private final GlobalKeys globals;
  private final Redirection redirection;

  /**
   * @param word Alertmanager's name for it, such as {@code slack}
   * @param settings the settings that reach the server, separated by white space. No others do,
   *     because settings of later versions may send data elsewhere
   * @param globals its keys in the global section
   * @param redirection how it is redirected to the stand-in
   */
  ReceiverKind(String word, String settings, GlobalKeys globals, Redirection redirection) {
    this.word = word;
    this.settings = Set.of(settings.strip().split("\\s+"));
    this.globals = globals;
    this.redirection = redirection;
  }

  /** Alertmanager's name for it, such as {@code slack}. */
  public final String word() {
    return word;
  }

  /** The receiver's key for its integrations, such as {@code slack_configs}. */
  public final String key() {
    return word + "_configs";
  }

  /** The default of {@code send_resolved}. */
  public boolean sendsResolved() {
    return true;
  }

  /** A stand-in for its service. One per run, because some have state. */
  abstract Service service();

  /** Reports settings that cannot be redirected. */
  void check(YamlMapping settings, Problems problems) {
    // Most kinds have none.
  }

  /** Its settings that reach the server. */
  public final Set<String> settings() {
    return settings;
  }

  final GlobalKeys globals() {
    return globals;
  }

  final boolean hasCompanion() {
    return redirection.hasCompanion();
  }

  final YamlMapping redirected(YamlMapping own, Place place) {
    return redirection.of(KnownSettings.of(settings, own), place);
  }
}
