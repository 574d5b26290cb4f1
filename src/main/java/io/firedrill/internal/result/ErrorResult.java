package io.firedrill.internal.result;

import io.firedrill.internal.source.Position;
import io.firedrill.internal.verdict.RunError;

/**
 * Why a run could not be brought to its end; without the server's log, which holds ports and the
 * machine's order of things.
 *
 * @param file the scenario file
 * @param line what in it the error is about, from 1
 * @param column what in the line it is about, from 1
 * @param summary the error; the first line says what it is
 */
public record ErrorResult(String file, int line, int column, String summary) {

  static ErrorResult of(RunError error) {
    Position position = error.position();
    return new ErrorResult(
        position.file().toString(), position.line(), position.column(), error.summary());
  }
}
