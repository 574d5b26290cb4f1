package io.firedrill.junit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.firedrill.internal.prometheus.UnknownFields;
import io.firedrill.internal.result.Extras;
import io.firedrill.internal.result.FileResult;
import io.firedrill.internal.result.TestResult;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.choice.ServerChoice;
import io.firedrill.internal.run.CoverageMode;
import io.firedrill.internal.scenario.BrokenTest;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.scenario.ScenarioPaths;
import io.firedrill.internal.scenario.ScenarioText;
import io.firedrill.internal.scenario.SnapshotExpectation;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.suite.PreparedFile;
import io.firedrill.internal.suite.RunSettings;
import io.firedrill.internal.suite.ScenarioRunner;
import io.firedrill.internal.text.Printable;
import io.firedrill.internal.verdict.ScenarioResult;
import io.firedrill.internal.verdict.SnapshotText;
import io.firedrill.junit.Turnstile.Turn;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/** Creates dynamic tests for scenario files. */
final class ScenarioTests {

  private static final System.Logger LOG = System.getLogger("io.firedrill");

  private final Settings settings;
  private final ServerChoice servers;
  private SharedRigs rigs;
  private boolean closed;

  ScenarioTests(Settings settings) {
    this.settings = settings;
    this.servers = settings.servers(ServerChoice.open());
  }

  /** The tests of files, each of which is read when JUnit reaches it. */
  Stream<DynamicNode> of(Path path) {
    return ScenarioPaths.matching(path).stream()
        .map(
            file ->
                (DynamicNode)
                    dynamicContainer(
                        file.toString(), file.toUri(), Stream.of(file).flatMap(this::tests)))
        .onClose(this::close);
  }

  private Stream<DynamicNode> tests(Path path) {
    try {
      ScenarioFile file = ScenarioText.read(path, settings.trust()).file(settings.snapshots());
      file.warnings().forEach(w -> LOG.log(System.Logger.Level.WARNING, w.render()));
      PreparedFile prepared = PreparedFile.ofTests(file, UnknownFields.REFUSED);
      prepared.warnings().forEach(w -> LOG.log(System.Logger.Level.WARNING, w.render()));
      SortedMap<Position, DynamicNode> tests = new TreeMap<>();
      prepared.file().scenarios().forEach(s -> tests.put(s.position(), test(prepared, s)));
      prepared.file().broken().forEach(b -> tests.put(b.position(), failing(b)));
      return tests.values().stream();
    } catch (InputException e) {
      return Stream.of(failing("the file can be used", e.problems().get(0).position(), e));
    }
  }

  private static DynamicNode failing(BrokenTest test) {
    return failing(test.name(), test.position(), new InputException(test.problems()));
  }

  private static DynamicNode failing(String name, Position position, InputException why) {
    return dynamicTest(
        name,
        uri(position.file(), position.line()),
        () -> {
          throw why;
        });
  }

  private DynamicNode test(PreparedFile file, Scenario scenario) {
    URI uri = uri(scenario.position().file(), scenario.position().line());
    return dynamicTest(Printable.line(scenario.name()), uri, () -> run(file, scenario));
  }

  /** JUnit's URI for a place in a file. */
  private static URI uri(Path file, int line) {
    return URI.create(file.toUri() + "?line=" + line);
  }

  private void run(PreparedFile file, Scenario scenario) {
    shareUntilClosed();
    // JUnit may close the stream while its tests wait for a worker or run.
    try (SharedRigs shared = SharedRigs.share(settings)) {
      Turn turn = shared.turnstile().enter();
      try (turn) {
        judge(shared.of(servers), file, scenario);
      }
    }
  }

  private void judge(RigFactory factory, PreparedFile file, Scenario scenario) {
    Optional<JvmCoverage> coverage = JvmCoverage.of(settings);
    CoverageMode mode = coverage.isPresent() ? CoverageMode.ON : CoverageMode.OFF;
    ScenarioRunner runner =
        new ScenarioRunner(factory, RunSettings.withLogsIn(settings.output()).with(mode));
    ScenarioResult result = runner.run(file, scenario);
    result.warnings().forEach(w -> LOG.log(System.Logger.Level.WARNING, w.render()));
    coverage.ifPresent(
        all ->
            all.add(
                factory.description(),
                FileResult.of(
                    file.file(),
                    TestResult.of(result)
                        .with(new Extras(0, "", Optional.empty(), result.coverage())))));
    if (result.error().isEmpty()) {
      scenario
          .snapshot()
          .filter(snapshot -> snapshot.use() == SnapshotExpectation.Use.UPDATED)
          .ifPresent(snapshot -> snapshot.update(SnapshotText.lines(result.timeline())));
    }
    if (!result.passed()) {
      throw new AssertionError(
          ScenarioFailure.text(result, ScenarioRunner.logs(scenario, settings.output())));
    }
  }

  private synchronized void shareUntilClosed() {
    if (!closed && rigs == null) {
      rigs = SharedRigs.share(settings);
    }
  }

  private synchronized void close() {
    closed = true;
    if (rigs != null) {
      rigs.close();
      rigs = null;
    }
  }
}
