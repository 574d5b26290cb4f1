package io.firedrill.internal.lint;

/**
 * A comment that ignores a check: {@code # firedrill: ignore CHECK REASON}.
 *
 * @param line the comment's line, from 1
 * @param check the check's name, as written
 * @param reason why, perhaps empty
 * @param from the first line that it applies to
 * @param to the last line that it applies to
 */
record Ignore(int line, String check, String reason, int from, int to) {

  boolean covers(Finding finding) {
    int at = finding.problem().position().line();
    return finding.check().equals(check) && at >= from && at <= to;
  }
}
