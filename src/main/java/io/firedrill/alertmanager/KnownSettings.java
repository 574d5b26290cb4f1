package io.firedrill.alertmanager;

import io.firedrill.source.Problems;
import io.firedrill.source.YamlMapping;
import io.firedrill.source.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/** Which settings reach Alertmanager in a test, redirected or not. */
final class KnownSettings {

  /** Where things go that are not notifications: left out, as {@code docs/receivers.md} says. */
  private static final Set<String> LEFT_OUT = Set.of("tracing", "event_recorder");

  private static final Properties LISTS = read();

  private KnownSettings() {}

  /**
   * The known settings of a mapping.
   *
   * @param owner {@code root}, {@code global}, or a kind of integration
   */
  static YamlMapping of(String owner, YamlMapping settings) {
    Set<String> known = known(owner);
    return new YamlMapping(
        settings.position(),
        settings.entries().stream().filter(e -> known.contains(e.key().text())).toList());
  }

  /** Says what is not known, and left out for that. */
  static void warn(String owner, YamlNode settings, Problems problems) {
    if (settings instanceof YamlMapping mapping) {
      Set<String> known = known(owner);
      mapping.entries().stream()
          .map(YamlMapping.Entry::key)
          .filter(key -> !known.contains(key.text()) && !LEFT_OUT.contains(key.text()))
          .forEach(key -> problems.warning(key, "\"" + key.text() + "\" is left out in tests"));
    }
  }

  private static Set<String> known(String owner) {
    return Set.copyOf(List.of(LISTS.getProperty(owner).split(" +")));
  }

  private static Properties read() {
    Properties lists = new Properties();
    try (InputStream in = KnownSettings.class.getResourceAsStream("settings.properties")) {
      lists.load(in);
      return lists;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
