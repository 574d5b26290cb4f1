package io.firedrill.internal.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Collects the errors and warnings about a file, so that reading does not stop at the first error.
 */
public final class Problems {

  /** The maximum number of problems that are kept. */
  private static final int LIMIT = 1000;

  private final YamlSource source;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
  private int errors;

  public Problems(YamlSource source) {
    this.source = source;
  }

  /** An error at a node. */
  public void error(YamlNode node, String message) {
    error(node, message, Optional.empty());
  }

  /** An error at a node, with a hint. */
  public void error(YamlNode node, String message, Optional<String> hint) {
    add(node, Severity.ERROR, node.position(), length(node), message, hint);
  }

  /** An error at a part of a scalar's text: {@code length} characters from {@code offset} on. */
  public void error(YamlScalar scalar, int offset, int length, String message) {
    add(scalar, Severity.ERROR, scalar.positionAt(offset), length, message, Optional.empty());
  }

  /** A warning at a node. */
  public void warning(YamlNode node, String message) {
    add(node, Severity.WARNING, node.position(), length(node), message, Optional.empty());
  }

  /**
   * The warning that {@link #warning(YamlNode, String)} would add, for callers that decide later.
   */
  public Problem possibleWarning(YamlNode node, String message) {
    return textOf(node).problem(Severity.WARNING, node.position(), length(node), message, null);
  }

  /** A warning at a node, with a hint. */
  public void warning(YamlNode node, String message, Optional<String> hint) {
    add(node, Severity.WARNING, node.position(), length(node), message, hint);
  }

  /**
   * A warning at a part of a scalar's text, {@code length} characters from {@code offset} on, with
   * a hint.
   */
  public void warning(
      YamlScalar scalar, int offset, int length, String message, Optional<String> hint) {
    add(scalar, Severity.WARNING, scalar.positionAt(offset), length, message, hint);
  }

  /** Adds problems that were found elsewhere, for example in a file that this one names. */
  public void addAll(List<Problem> others) {
    problems.addAll(others);
    errors += (int) others.stream().filter(p -> p.severity() == Severity.ERROR).count();
  }

  /** The number of errors, including those beyond the maximum. */
  public int errorCount() {
    return errors;
  }

  /** Whether there is an error among the problems. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(p -> p.severity() == Severity.ERROR);
  }

  /** All problems, in the order in which they were found. */
  public List<Problem> all() {
    return List.copyOf(problems);
  }

  /** The warnings, in the order of the file. */
  public List<Problem> warnings() {
    return of(Severity.WARNING);
  }

  /**
   * Throws the errors, if there are any.
   *
   * @throws InputException with all errors, in the order of the file
   */
  public void throwIfErrors() {
    if (hasErrors()) {
      throw new InputException(of(Severity.ERROR));
    }
  }

  private List<Problem> of(Severity severity) {
    return problems.stream()
        .filter(p -> p.severity() == severity)
        .sorted(Comparator.comparing(Problem::position))
        .distinct()
        .toList();
  }

  private void add(
      YamlNode node,
      Severity severity,
      Position at,
      int length,
      String message,
      Optional<String> hint) {
    errors += severity == Severity.ERROR ? 1 : 0;
    if (counts.merge(severity, 1, Integer::sum) > LIMIT) {
      return;
    }
    problems.add(textOf(node).problem(severity, at, length, message, hint.orElse(null)));
  }

  /** The text that a node is from, which may be that of another file. */
  private SourceText textOf(YamlNode node) {
    return scalars(node)
        .map(YamlScalar::source)
        .filter(text -> text != SourceText.NONE)
        .findFirst()
        .orElse(source.text());
  }

  private static Stream<YamlScalar> scalars(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      return mapping.entries().stream()
          .flatMap(e -> Stream.concat(Stream.of(e.key()), scalars(e.value())));
    }
    return node instanceof YamlSequence list
        ? list.items().stream().flatMap(Problems::scalars)
        : Stream.of((YamlScalar) node);
  }

  private static int length(YamlNode node) {
    return node instanceof YamlScalar scalar ? scalar.lengthOfFirstLine() : 1;
  }
}
