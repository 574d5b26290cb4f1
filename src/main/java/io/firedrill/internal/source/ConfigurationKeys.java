package io.firedrill.internal.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The keys of Prometheus's and Alertmanager's configurations, and which of their values may be
 * shown.
 */
public final class ConfigurationKeys {

  /** The kind of value of a key. */
  enum Below {
    /** More keys of the configuration. */
    SECTION,
    /** Harmless values. */
    SHOWN,
    /** Addresses, which are harmless if they are only a host and a port. */
    ADDRESS,
    /** A mapping from names that the user chooses to values. */
    NAMES,
    /** Possible secrets: everything that is not known to be harmless. */
    HIDDEN
  }

  private static final Map<String, Below> KEYS = read();

  private static final Pattern HUMP =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private static final Pattern LIKELY =
      Pattern.compile(
          "(?m)^\\{?[\"']?(global|route|receivers|inhibit_rules|event_recorder|tracing|alerting"
              + "|scrape_configs|scrape_config_files|remote_write|remote_read|storage|otlp)[\"']?\\s*:"
              + "|^kind:\\s*(Secret|ConfigMap|AlertmanagerConfig)\\b");

  private ConfigurationKeys() {}

  /** Every key in the servers' documentation. */
  public static Collection<String> all() {
    return KEYS.keySet();
  }

  static boolean isKnown(String key) {
    return KEYS.containsKey(key) || KEYS.containsKey(inSnakeCase(key));
  }

  /** The kind of value of a key in a section; manifests write keys in camel case. */
  static Below below(String key) {
    return KEYS.getOrDefault(key, KEYS.getOrDefault(inSnakeCase(key), Below.HIDDEN));
  }

  /** A key of a manifest as the servers write it: {@code groupBy} is {@code group_by}. */
  public static String inSnakeCase(String key) {
    return HUMP.matcher(key).replaceAll("_").toLowerCase(Locale.ROOT);
  }

  /** Whether a text, YAML or not, looks like a configuration of one of the servers. */
  static boolean areLikelyIn(String text) {
    return LIKELY.matcher(text).find();
  }

  private static Map<String, Below> read() {
    Properties lists = new Properties();
    try (InputStream in =
        ConfigurationKeys.class.getResourceAsStream("configuration-keys.properties")) {
      lists.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Below> keys = new HashMap<>();
    for (Below below : Below.values()) {
      for (String key : lists.getProperty(below.name().toLowerCase(Locale.ROOT)).split(" +")) {
        keys.put(key, below);
      }
    }
    return Map.copyOf(keys);
  }
}
