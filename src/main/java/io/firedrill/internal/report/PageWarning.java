package io.firedrill.internal.report;

import io.firedrill.internal.result.WarningResult;

/** A warning as the page shows it. */
record PageWarning(String where, String summary, String text) {

  static PageWarning of(WarningResult warning) {
    return new PageWarning(
        warning.file() + ":" + warning.line() + ":" + warning.column(),
        warning.message(),
        warning.text());
  }
}
