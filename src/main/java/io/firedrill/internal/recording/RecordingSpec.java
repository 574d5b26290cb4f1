package io.firedrill.internal.recording;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What to read.
 *
 * @param files the files, compressed with gzip or not; those that hold the same series in the order
 *     of their times
 * @param format how they hold it; empty = as each file's name or content tells
 * @param end samples after this are left out; empty = none
 * @param notANumber what NaN stands for
 */
public record RecordingSpec(
    List<Path> files,
    Optional<RecordingFormat> format,
    Optional<Instant> end,
    NotANumber notANumber) {

  public RecordingSpec {
    files = List.copyOf(files);
  }

  /** Everything in these files, in whatever format. */
  public static RecordingSpec of(Path... files) {
    return new RecordingSpec(List.of(files), Optional.empty(), Optional.empty(), NotANumber.STALE);
  }
}
