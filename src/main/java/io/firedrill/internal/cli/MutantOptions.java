package io.firedrill.internal.cli;

import io.firedrill.internal.mutation.Mutant;
import io.firedrill.internal.mutation.MutantExemptions;
import io.firedrill.internal.revision.ChangedLines;
import io.firedrill.internal.revision.RevisionException;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.suite.Shard;
import io.firedrill.internal.suite.UnusableException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;

/** The options that choose mutants. */
final class MutantOptions {

  @Option(
      names = "--change",
      paramLabel = "PATH",
      description =
          "Make mistakes only in this file or directory; may be given several times. Default: in"
              + " every file that tests load")
  private List<Path> changed = List.of();

  @Option(
      names = "--since",
      paramLabel = "REV",
      description = "Make mistakes only in lines that differ from this git revision")
  private Optional<String> since = Optional.empty();

  @Option(
      names = "-C",
      paramLabel = "DIR",
      description = "The repository of --since. Default: the working directory")
  private Path repository = Path.of("");

  @Option(
      names = "--shard",
      paramLabel = "I/N|auto",
      converter = Converters.ShardName.class,
      description = {
        "Run only part I of N parts of the mutants; --merge combines their records.",
        "auto: the part that GitLab, Buildkite, CircleCI or an indexed Kubernetes job tells this job to run"
      })
  private Function<Map<String, String>, Shard> shard = environment -> Shard.ALL;

  @Option(
      names = "--exemptions",
      paramLabel = "FILE",
      description =
          "Mutants that need not be noticed, with reasons. Default: .firedrill-coverage.yml, if it"
              + " exists")
  private Optional<Path> exemptions = Optional.empty();

  MutantExemptions exemptions(Trust trust) {
    return MutantExemptions.of(exemptions, trust);
  }

  /** Whether mistakes are made in a file. */
  boolean changes(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return changed.isEmpty()
        || changed.stream()
            .anyMatch(path -> absolute.startsWith(path.toAbsolutePath().normalize()));
  }

  /** Whether no mutant is left out. */
  boolean areAll() {
    return changed.isEmpty() && since.isEmpty();
  }

  /**
   * The mutants to run.
   *
   * @throws UnusableException if there is no such revision
   */
  List<Mutant> selected(List<Mutant> all, Map<String, String> environment) {
    if (all.isEmpty()) {
      throw new UnusableException(
          changed.isEmpty()
              ? "there is nothing to change: the tests load no rules and no routes"
              : "the tests load no file of --change, or there is nothing to change in it");
    }
    try {
      Optional<ChangedLines> lines = since.map(rev -> ChangedLines.since(repository, rev));
      List<Mutant> some =
          all.stream()
              .filter(
                  m ->
                      lines
                          .map(l -> l.contains(m.position().file(), m.position().line()))
                          .orElse(true))
              .toList();
      Shard part = shard.apply(environment);
      return IntStream.range(0, some.size())
          .filter(i -> i % part.count() == part.index() - 1)
          .mapToObj(some::get)
          .toList();
    } catch (RevisionException e) {
      throw new UnusableException("--since: " + e.getMessage());
    }
  }
}
