package io.firedrill.internal.lint;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The result of the checks.
 *
 * @param findings the findings, in the order of files and lines
 * @param kinds what each file holds, in the files' order; manifests may hold rules and routes
 * @param rules the number of rules
 */
public record LintResult(List<Finding> findings, Map<Path, Set<FileKind>> kinds, int rules) {

  public LintResult {
    findings = List.copyOf(findings);
  }

  /** The files of a kind, in order. */
  public List<Path> files(FileKind kind) {
    return kinds.entrySet().stream()
        .filter(e -> e.getValue().contains(kind))
        .map(Map.Entry::getKey)
        .toList();
  }
}
