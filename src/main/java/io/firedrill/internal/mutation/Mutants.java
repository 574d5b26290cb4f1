package io.firedrill.internal.mutation;

import io.firedrill.internal.mutation.operator.Mutation;
import io.firedrill.internal.mutation.operator.Operators;
import io.firedrill.internal.mutation.operator.RuleOperator;
import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleFile;
import io.firedrill.internal.source.TextFile;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlSource;
import io.firedrill.internal.suite.LoadedPaths;
import io.firedrill.internal.suite.PreparedFile;
import io.firedrill.internal.suite.Selection;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds all possible mistakes in the files that tests load. */
public final class Mutants {

  private final Predicate<Path> wanted;
  private final Set<Path> seen = new HashSet<>();
  private final Map<List<Object>, Mutant> found = new LinkedHashMap<>();

  private Mutants(Predicate<Path> wanted) {
    this.wanted = wanted;
  }

  /**
   * The mutants, in the order of files and lines.
   *
   * @param tests the tests
   * @param wanted the files to change
   */
  public static List<Mutant> of(List<Selection.Test> tests, Predicate<Path> wanted) {
    Mutants mutants = new Mutants(wanted);
    tests.stream().map(Selection.Test::file).distinct().forEach(mutants::add);
    return mutants.found.values().stream().sorted(Comparator.comparing(Mutant::position)).toList();
  }

  private void add(PreparedFile file) {
    LoadedPaths paths = file.paths();
    paths.rules().stream().filter(this::isNew).forEach(this::addRules);
    paths.routes().stream().filter(this::isNew).forEach(this::addRoutes);
    paths.templates().stream().filter(this::isNew).forEach(this::addTemplate);
    paths.scraping().stream().filter(this::isNew).forEach(this::addScraping);
  }

  private boolean isNew(Path file) {
    return wanted.test(file) && seen.add(file.toAbsolutePath().normalize());
  }

  private void addRules(Path file) {
    List<Rule> rules =
        RuleFile.read(file).stream().flatMap(group -> group.rules().stream()).toList();
    for (RuleOperator operator : Operators.RULES) {
      for (Rule rule : rules) {
        add(Mutant.Kind.RULE, file, operator.mutations(rule, rules));
      }
    }
  }

  private void addRoutes(Path file) {
    root(file)
        .ifPresent(
            root ->
                Operators.ROUTES.forEach(
                    operator -> add(Mutant.Kind.ROUTES, file, operator.mutations(root))));
  }

  private void addTemplate(Path file) {
    add(Mutant.Kind.TEMPLATE, file, Operators.TEMPLATES.mutations(file, TextFile.read(file)));
  }

  private void addScraping(Path file) {
    root(file)
        .ifPresent(
            root ->
                Operators.SCRAPING.forEach(
                    operator -> add(Mutant.Kind.SCRAPING, file, operator.mutations(root))));
  }

  private static Optional<YamlMapping> root(Path file) {
    return YamlSource.readConfiguration(file).documents().stream()
        .findFirst()
        .filter(YamlMapping.class::isInstance)
        .map(YamlMapping.class::cast);
  }

  private void add(Mutant.Kind kind, Path file, List<Mutation> mutations) {
    for (Mutation m : mutations) {
      found.putIfAbsent(
          List.of(m.operator(), m.position(), m.subject(), m.change()), new Mutant(kind, file, m));
    }
  }
}
