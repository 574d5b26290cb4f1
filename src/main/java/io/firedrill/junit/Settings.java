package io.firedrill.junit;

import io.firedrill.internal.coverage.CoverageMinimum;
import io.firedrill.internal.rig.choice.ServerChoice;
import io.firedrill.internal.snapshot.SnapshotMode;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.source.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The settings from outside the tests: JUnit's configuration parameters (from the launcher, system
 * properties and {@code junit-platform.properties}, in this order), or else environment variables.
 */
final class Settings {

  private static final String PROPERTIES_FILE = "junit-platform.properties";

  private final Function<String, Optional<String>> parameters;
  private final Map<String, String> environment;

  Settings(Function<String, Optional<String>> parameters, Map<String, String> environment) {
    this.parameters = parameters;
    this.environment = environment;
  }

  /**
   * The settings for a test.
   *
   * @throws ExtensionConfigurationException if an unknown one is set
   */
  static Settings of(ExtensionContext context) {
    return checked(context::getConfigurationParameter);
  }

  /**
   * Without a test context: all settings except the launcher's own parameters.
   *
   * @throws ExtensionConfigurationException if an unknown one is set
   */
  static Settings ofJvm() {
    Properties file = propertiesFile();
    return checked(
        key ->
            Optional.ofNullable(System.getProperty(key))
                .or(() -> Optional.ofNullable(file.getProperty(key))));
  }

  private static Settings checked(Function<String, Optional<String>> parameters) {
    Set<String> keys = new LinkedHashSet<>(System.getProperties().stringPropertyNames());
    keys.addAll(propertiesFile().stringPropertyNames());
    requireKnown(keys);
    return new Settings(parameters, System.getenv());
  }

  static void requireKnown(Set<String> keys) {
    List<String> unknown =
        keys.stream()
            .filter(key -> key.startsWith(Setting.PREFIX) && !Setting.keys().contains(key))
            .sorted()
            .toList();
    if (!unknown.isEmpty()) {
      String key = unknown.get(0);
      throw new ExtensionConfigurationException(
          "there is no setting %s: %s"
              .formatted(
                  key,
                  Suggestions.hint(key, Setting.keys())
                      .orElse("there are " + String.join(", ", Setting.keys()))));
    }
  }

  private static Properties propertiesFile() {
    Properties properties = new Properties();
    URL file = Thread.currentThread().getContextClassLoader().getResource(PROPERTIES_FILE);
    if (file != null) {
      try (InputStream in = file.openStream()) {
        properties.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return properties;
  }

  private Optional<String> get(Setting setting) {
    return parameter(setting.key())
        .or(() -> Optional.ofNullable(environment.get(setting.variable())))
        .filter(value -> !value.isBlank());
  }

  private Optional<String> parameter(String key) {
    return parameters.apply(key).map(String::strip).filter(value -> !value.isEmpty());
  }

  /**
   * The requested servers, given what a test sets.
   *
   * @throws io.firedrill.internal.rig.RigException if there is no such backend
   */
  ServerChoice servers(ServerChoice said) {
    ServerChoice set =
        ServerChoice.of(this::parameter).orElse(ServerChoice.ofEnvironment(environment));
    // An Alertmanager that is set for one Prometheus may not fit another.
    boolean another = !said.prometheus().isEmpty();
    return said.orElse(another ? new ServerChoice(set.backend(), "", "", set.forking()) : set);
  }

  /** The maximum number of tests that have servers at the same time. */
  int mostRigs() {
    Optional<String> text = get(Setting.RIGS_MAX);
    if (text.isPresent() && !text.get().matches("[1-9][0-9]{0,2}")) {
      throw new ExtensionConfigurationException(
          "%s must be a number from 1 to 999, not \"%s\""
              .formatted(Setting.RIGS_MAX.key(), text.get()));
    }
    return text.map(Integer::valueOf).orElse(Runtime.getRuntime().availableProcessors());
  }

  /** The limit for answers of servers; empty = the default of drills. */
  Optional<Duration> timeout() {
    return get(Setting.TIMEOUT)
        .map(
            text ->
                PrometheusDuration.parse(text)
                    .filter(limit -> !limit.isZero())
                    .orElseThrow(
                        () ->
                            new ExtensionConfigurationException(
                                "%s must be a duration such as 30s or 2m, not \"%s\""
                                    .formatted(Setting.TIMEOUT.key(), text))));
  }

  /**
   * Whether to update snapshots: only for a single run, so it cannot be set in a file.
   *
   * @throws ExtensionConfigurationException if it is set to something else, or in a file, or in CI
   */
  SnapshotMode snapshots() {
    String key = Setting.SNAPSHOTS.key();
    if (parameters.apply(key).isPresent() && System.getProperty(key) == null) {
      throw new ExtensionConfigurationException(
          key + " is for one run: set the system property, -D" + key + "=update");
    }
    try {
      return SnapshotMode.ofJvm();
    } catch (IllegalArgumentException e) {
      throw new ExtensionConfigurationException(e.getMessage());
    }
  }

  /**
   * Whether scenario files are trusted.
   *
   * @throws ExtensionConfigurationException if it is neither true nor false
   */
  Trust trust() {
    String text = get(Setting.UNTRUSTED).orElse("false");
    if (!text.matches("true|false")) {
      throw new ExtensionConfigurationException(
          "%s must be true or false, not \"%s\"".formatted(Setting.UNTRUSTED.key(), text));
    }
    return text.equals("true") ? Trust.below(Path.of("")) : Trust.FULL;
  }

  /** The directory for the output of failed tests. */
  Path output() {
    return get(Setting.OUTPUT)
        .map(Path::of)
        .orElseGet(() -> Path.of(buildDirectory()).resolve("firedrill"));
  }

  /** The settings of coverage; empty if it is not recorded. */
  Optional<CoverageSettings> coverage() {
    Optional<CoverageMinimum> minimum = get(Setting.COVERAGE_MINIMUM).map(Settings::minimum);
    Optional<Path> directory = get(Setting.COVERAGE_DIRECTORY).map(Path::of);
    return directory
        .or(() -> minimum.map(any -> output().resolve("coverage")))
        .map(
            path ->
                new CoverageSettings(
                    path, minimum, get(Setting.COVERAGE_EXEMPTIONS).map(Path::of)));
  }

  private static CoverageMinimum minimum(String text) {
    try {
      return CoverageMinimum.parse(text);
    } catch (IllegalArgumentException e) {
      throw new ExtensionConfigurationException(
          Setting.COVERAGE_MINIMUM.key() + ": " + e.getMessage());
    }
  }

  private static String buildDirectory() {
    boolean gradle =
        Stream.of("build.gradle", "build.gradle.kts").map(Path::of).anyMatch(Files::exists);
    return gradle && !Files.exists(Path.of("pom.xml")) ? "build" : "target";
  }
}
