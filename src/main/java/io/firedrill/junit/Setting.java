package io.firedrill.junit;

import io.firedrill.internal.snapshot.SnapshotMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The settings from outside the tests. */
enum Setting {
  BACKEND("firedrill.backend"),
  PROMETHEUS("firedrill.prometheus"),
  ALERTMANAGER("firedrill.alertmanager"),
  FORK("firedrill.fork"),
  RIGS_MAX("firedrill.rigs.max"),
  TIMEOUT("firedrill.timeout"),
  OUTPUT("firedrill.output"),
  COVERAGE_DIRECTORY("firedrill.coverage.directory"),
  COVERAGE_MINIMUM("firedrill.coverage.minimum"),
  COVERAGE_EXEMPTIONS("firedrill.coverage.exemptions"),
  UNTRUSTED("firedrill.untrusted"),
  SNAPSHOTS(SnapshotMode.PROPERTY);

  /** The prefix of all keys. */
  static final String PREFIX = "firedrill.";

  private final String key;

  Setting(String key) {
    this.key = key;
  }

  /** The configuration parameter and system property. */
  String key() {
    return key;
  }

  /** The environment variable. */
  String variable() {
    return key.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(Setting::key).toList();
  }
}
