package io.firedrill.internal.cli;

import io.firedrill.internal.scenario.SnapshotExpectation;
import io.firedrill.internal.snapshot.SnapshotMode;
import io.firedrill.internal.suite.Outcome;
import io.firedrill.internal.suite.UnusableException;
import io.firedrill.internal.verdict.ScenarioResult;
import io.firedrill.internal.verdict.SnapshotText;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** The option that updates snapshots. */
final class SnapshotOptions {

  @Option(
      names = "--update-snapshots",
      description =
          "Write the snapshots of tests with expect: snapshot instead of comparing with them")
  private boolean update;

  /**
   * The mode that the option asks for.
   *
   * @throws UnusableException if snapshots are to be updated in CI
   */
  SnapshotMode mode(Map<String, String> environment) {
    if (!update) {
      return SnapshotMode.COMPARE;
    }
    SnapshotMode.refusal(environment)
        .ifPresent(
            why -> {
              throw new UnusableException(why);
            });
    return SnapshotMode.UPDATE;
  }

  /**
   * Refuses another option together with this one: snapshots are updated in runs that a person
   * reads.
   *
   * @throws UnusableException if snapshots are to be updated
   */
  void refuseWith(String option) {
    if (update) {
      throw new UnusableException("--update-snapshots cannot be combined with " + option);
    }
  }

  /**
   * Writes the snapshots of completed tests, and prints which files changed.
   *
   * @throws UnusableException if one cannot be written
   */
  void write(List<Outcome> outcomes, PrintWriter out) {
    if (!update) {
      return;
    }
    Set<Path> written = new TreeSet<>();
    try {
      for (Outcome outcome : outcomes) {
        ScenarioResult result = outcome.result();
        if (result.error().isEmpty() && result.scenario().snapshot().isPresent()) {
          SnapshotExpectation snapshot = result.scenario().snapshot().get();
          if (snapshot.update(SnapshotText.lines(result.timeline()))) {
            written.add(snapshot.file());
          }
        }
      }
    } catch (UncheckedIOException e) {
      throw new UnusableException(e.getMessage() + ": " + e.getCause().getMessage());
    } finally {
      written.forEach(file -> out.println("wrote " + file));
      if (written.isEmpty()) {
        out.println("no snapshot changed");
      }
    }
  }
}
