package io.firedrill.internal.suite;

import io.firedrill.internal.result.Extras;
import io.firedrill.internal.result.FileResult;
import io.firedrill.internal.result.ResultJson;
import io.firedrill.internal.result.TestResult;
import io.firedrill.internal.source.InputException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The wall-clock durations of tests in earlier runs. */
public final class Durations {

  private record Key(Path file, String name) {}

  private final Map<Key, Long> millis = new HashMap<>();

  /**
   * Reads durations from records; if a test is in several, the last one counts.
   *
   * @throws InputException if a file is not a record
   */
  public static Durations of(List<Path> records) {
    Durations durations = new Durations();
    records.stream()
        .flatMap(record -> Exhaustion.named(record, ResultJson::read).files().stream())
        .forEach(durations::add);
    return durations;
  }

  private void add(FileResult file) {
    for (TestResult test : file.tests()) {
      test.extras()
          .map(Extras::wallClockMillis)
          .ifPresent(time -> millis.put(key(Path.of(file.path()), test.name()), time));
    }
  }

  /** The tests' durations, at least 1; the average for tests without one. */
  public List<Long> millis(List<Selection.Test> tests) {
    long average = (long) millis.values().stream().mapToLong(Long::longValue).average().orElse(1.0);
    return tests.stream()
        .map(t -> millis.getOrDefault(key(t.file().file().path(), t.scenario().name()), average))
        .map(time -> Math.max(1, time))
        .toList();
  }

  private static Key key(Path file, String name) {
    return new Key(file.normalize(), name);
  }
}
