package io.firedrill.internal.receiver;

import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The {@code global} section with harmless addresses and secrets, and without connection settings.
 */
public final class GlobalSettings {

  private static final GlobalKeys KEYS =
      ReceiverKinds.ALL.stream()
          .map(ReceiverKind::globals)
          .reduce(GlobalKeys.NONE.kept("resolve_timeout").leftOut("http_config"), GlobalKeys::and);

  private GlobalSettings() {}

  /** The keys that are known. */
  public static Set<String> known() {
    return KEYS.all();
  }

  /** Warns of unknown keys, which are left out. */
  public static void warn(YamlNode global, Problems problems) {
    KnownSettings.warn(known(), global, problems);
  }

  /** The section for the test's server. */
  public static YamlNode redirected(YamlNode global, SinkPorts ports, ConfigFiles files) {
    if (!(global instanceof YamlMapping mapping)) {
      return global;
    }
    Set<String> leftOut = KEYS.leftOut();
    List<YamlMapping.Entry> kept = new ArrayList<>();
    for (YamlMapping.Entry entry : KnownSettings.of(known(), mapping).entries()) {
      if (!leftOut.contains(entry.key().text())) {
        kept.add(new YamlMapping.Entry(entry.key(), redirected(entry, ports, files)));
      }
    }
    return new YamlMapping(mapping.position(), kept);
  }

  private static YamlNode redirected(YamlMapping.Entry entry, SinkPorts ports, ConfigFiles files) {
    String key = entry.key().text();
    if (!KEYS.replaced().containsKey(key) || Settings.isNothing(entry.value())) {
      return entry.value();
    }
    String harmless = KEYS.replaced().get(key).apply(ports);
    return YamlScalar.quoted(key.endsWith(Settings.FILE) ? files.addSecret(harmless) : harmless);
  }
}
