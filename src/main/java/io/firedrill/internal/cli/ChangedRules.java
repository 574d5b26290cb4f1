package io.firedrill.internal.cli;

import io.firedrill.internal.generation.GenerationOptions.WantedRule;
import io.firedrill.internal.prometheus.RuleFile;
import io.firedrill.internal.prometheus.RuleGroup;
import io.firedrill.internal.revision.RevisionException;
import io.firedrill.internal.revision.Tree;
import io.firedrill.internal.revision.Trees;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.suite.UnusableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The rules that are new or changed since a version of the files. */
final class ChangedRules {

  private ChangedRules() {}

  /**
   * Selects rules.
   *
   * @param revision the old version; empty = all rules
   */
  static Predicate<WantedRule> since(Optional<String> revision, List<Path> files) {
    if (revision.isEmpty()) {
      return any -> true;
    }
    Trees trees = new Trees(Path.of(""), Suggestions::hint);
    try (Tree before = trees.named(revision.get());
        Tree now = trees.workingTree()) {
      Set<String> known = new HashSet<>();
      for (Path file : files) {
        Path old = before.counterpart(file, now);
        if (Files.isRegularFile(old)) {
          read(old, file, known);
        }
      }
      return rule -> !known.contains(rule.file() + "\n" + rule.text());
    } catch (RevisionException e) {
      throw new UnusableException(e.getMessage());
    }
  }

  /** Of an old version that cannot be read, every rule has changed. */
  private static void read(Path old, Path file, Set<String> known) {
    try {
      for (RuleGroup group : RuleFile.read(old)) {
        group
            .rules()
            .forEach(rule -> known.add(file + "\n" + WantedRule.of(file, group, rule).text()));
      }
    } catch (InputException e) {
      return;
    }
  }
}
