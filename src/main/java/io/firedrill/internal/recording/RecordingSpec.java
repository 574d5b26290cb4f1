package io.firedrill.internal.recording;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The recording to read.
 *
 * @param files the files, optionally compressed with gzip; files with the same series must be in
 *     chronological order
 * @param format their format; empty = detected from each file's name or content
 * @param end later samples are left out; empty = none are
 * @param notANumber the meaning of NaN
 */
public record RecordingSpec(
    List<Path> files,
    Optional<RecordingFormat> format,
    Optional<Instant> end,
    NotANumber notANumber) {

  public RecordingSpec {
    files = List.copyOf(files);
  }

  /** All samples of these files, whose formats are detected. */
  public static RecordingSpec of(Path... files) {
    return new RecordingSpec(List.of(files), Optional.empty(), Optional.empty(), NotANumber.STALE);
  }
}
