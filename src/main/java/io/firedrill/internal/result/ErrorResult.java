package io.firedrill.internal.result;

import io.firedrill.internal.source.Position;
import io.firedrill.internal.verdict.RunError;

/**
 * Why a run was aborted; without the server's log, whose content varies from run to run.
 *
 * @param file the scenario file
 * @param line the line, from 1
 * @param column the column, from 1
 * @param summary the error; its first line is a summary
 */
public record ErrorResult(String file, int line, int column, String summary) {

  static ErrorResult of(RunError error) {
    Position position = error.position();
    return new ErrorResult(
        position.file().toString(), position.line(), position.column(), error.summary());
  }
}
