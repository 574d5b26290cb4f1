package io.firedrill.internal.verdict;

import io.firedrill.internal.source.Position;
import io.firedrill.internal.text.Printable;

/**
 * Why a run was aborted, so that there is no verdict.
 *
 * @param position the relevant position in the scenario file, or else that of the test
 * @param summary the error, the same in every run; the first line says what it is
 * @param log the end of the log of the server concerned, or the empty string
 * @param keptLogs the directory that holds the servers' whole logs, or the empty string
 */
public record RunError(Position position, String summary, String log, String keptLogs) {

  /** The error in full, several lines without a line end after the last. */
  public String text() {
    StringBuilder text = new StringBuilder(position + ": " + summary);
    if (!log.isBlank()) {
      text.append("\n  the end of its log:\n").append(log.stripTrailing().indent(4));
      text.setLength(text.length() - 1);
    }
    if (!keptLogs.isEmpty()) {
      text.append("\n  the servers' logs are in ").append(keptLogs);
    }
    return Printable.lines(text.toString());
  }
}
