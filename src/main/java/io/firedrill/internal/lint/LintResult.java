package io.firedrill.internal.lint;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What came of it.
 *
 * @param findings what was found, in the order of the files and of the lines in them
 * @param kinds what each file holds, in the files' order
 * @param rules how many rules there are
 */
public record LintResult(List<Finding> findings, Map<Path, FileKind> kinds, int rules) {

  public LintResult {
    findings = List.copyOf(findings);
  }

  /** The files of a kind, in order. */
  public List<Path> files(FileKind kind) {
    return kinds.entrySet().stream()
        .filter(e -> e.getValue() == kind)
        .map(Map.Entry::getKey)
        .toList();
  }
}
