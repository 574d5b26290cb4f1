package io.firedrill.internal.cli;

import io.firedrill.internal.revision.Tree;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Problem;
import java.nio.file.Path;
import java.util.List;

/** Names files in problems by their tree, because checked-out trees are temporary. */
final class TreeNames {

  private TreeNames() {}

  /** The same problems, with the files of {@code tree} under their names for messages. */
  static List<Problem> in(Tree tree, List<Problem> problems) {
    return problems.stream().map(problem -> in(tree, problem)).toList();
  }

  private static Problem in(Tree tree, Problem problem) {
    Position at = problem.position();
    Path file = Path.of(tree.named(at.file().toString()));
    return new Problem(
        problem.severity(),
        new Position(file, at.line(), at.column()),
        tree.named(problem.message()),
        problem.sourceLine(),
        problem.length(),
        problem.hint().map(tree::named));
  }
}
