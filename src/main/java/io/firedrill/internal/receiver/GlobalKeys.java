package io.firedrill.internal.receiver;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * How to treat keys of the {@code global} section. Immutable; each method returns one with more
 * keys. A key that ends with {@code _file} names a file, whose content is replaced.
 *
 * @param replaced keys whose values are replaced, and by what
 * @param kept keys whose values are harmless
 * @param leftOut keys of connections and credentials, which do not reach the server
 */
record GlobalKeys(
    Map<String, Function<SinkPorts, String>> replaced, Set<String> kept, Set<String> leftOut) {

  static final GlobalKeys NONE = new GlobalKeys(Map.of(), Set.of(), Set.of());

  GlobalKeys {
    replaced = Map.copyOf(replaced);
    kept = Set.copyOf(kept);
    leftOut = Set.copyOf(leftOut);
  }

  /** Addresses; integrations have their own, so that nothing is sent to these. */
  GlobalKeys addresses(String... keys) {
    return replaced(ports -> "http://127.0.0.1:" + ports.http() + "/global", keys);
  }

  GlobalKeys secrets(String... keys) {
    return replaced(ports -> Settings.NO_SECRET, keys);
  }

  GlobalKeys replaced(Function<SinkPorts, String> value, String... keys) {
    Map<String, Function<SinkPorts, String>> more = new HashMap<>(replaced);
    List.of(keys).forEach(key -> more.put(key, value));
    return new GlobalKeys(more, kept, leftOut);
  }

  GlobalKeys kept(String... keys) {
    return new GlobalKeys(replaced, joined(kept, Set.of(keys)), leftOut);
  }

  GlobalKeys leftOut(String... keys) {
    return new GlobalKeys(replaced, kept, joined(leftOut, Set.of(keys)));
  }

  GlobalKeys and(GlobalKeys other) {
    Map<String, Function<SinkPorts, String>> all = new HashMap<>(replaced);
    all.putAll(other.replaced);
    return new GlobalKeys(all, joined(kept, other.kept), joined(leftOut, other.leftOut));
  }

  /** All keys that are known. */
  Set<String> all() {
    return joined(replaced.keySet(), joined(kept, leftOut));
  }

  private static Set<String> joined(Set<String> some, Set<String> others) {
    Set<String> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }
}
