package io.firedrill.junit;

import io.firedrill.internal.clock.RelayHandler;
import io.firedrill.internal.coverage.CoverageResult;
import io.firedrill.internal.live.RigDrill;
import io.firedrill.internal.result.Extras;
import io.firedrill.internal.result.FileResult;
import io.firedrill.internal.result.TestResult;
import io.firedrill.internal.result.TestVerdict;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.RigSpec;
import io.firedrill.internal.run.CoverageMode;
import io.firedrill.junit.Turnstile.Turn;
import io.firedrill.model.ServerFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** A drill, which JUnit closes at the end of its test or class. */
@SuppressWarnings("deprecation") // JUnit 5.12 closes only CloseableResources.
final class TestDrill implements AutoCloseable, CloseableResource {

  /** The owner of the drill: a test, or a container of tests. */
  enum Scope {
    TEST,
    CONTAINER
  }

  private static final System.Logger LOG = System.getLogger("io.firedrill");

  private final DrillSetup setup;
  private final Scope scope;
  private final TurnTakingRigs rigs;
  private final RigDrill drill;
  private final TestName name;
  private final Optional<JvmCoverage> coverage;
  private TestVerdict verdict = TestVerdict.PASSED;

  TestDrill(
      DrillSetup setup,
      Scope scope,
      SharedRigs shared,
      TestName name,
      Optional<JvmCoverage> coverage) {
    this.setup = setup;
    this.scope = scope;
    this.rigs = new TurnTakingRigs(shared);
    this.name = name;
    this.coverage = coverage;
    CoverageMode mode = coverage.isPresent() ? CoverageMode.ON : CoverageMode.OFF;
    this.drill = new RigDrill(rigs, setup.spec(), mode);
  }

  /** A test of the drill has failed. */
  void failed() {
    verdict = TestVerdict.FAILED;
  }

  DrillSetup setup() {
    return setup;
  }

  Scope scope() {
    return scope;
  }

  RigDrill drill() {
    return drill;
  }

  @Override
  public void close() {
    try {
      coverage.ifPresent(this::addTo);
    } finally {
      drill.close();
      rigs.close();
    }
  }

  private void addTo(JvmCoverage all) {
    try {
      Optional<CoverageResult> covered = drill.coverage();
      if (covered.isPresent()) {
        all.add(
            drill.servers(),
            new FileResult(
                name.ofClass(),
                List.of(
                    TestResult.of(name.ofTest(), 0, verdict, drill.timeline())
                        .warned(drill.notes())
                        .with(new Extras(0, "", Optional.empty(), covered)))));
      }
    } catch (ServerFailure e) {
      // A server has died; the test reports it and covers nothing.
      LOG.log(System.Logger.Level.WARNING, "no coverage of " + name.ofTest(), e);
    }
  }

  /** Waits for its turn before it takes a rig. */
  private final class TurnTakingRigs implements RigFactory {

    private final SharedRigs shared;
    private Turn turn = () -> {};

    TurnTakingRigs(SharedRigs shared) {
      this.shared = shared;
    }

    @Override
    public Rig start(RigSpec spec, RelayHandler relay) {
      // A container that held a turn while its tests wait for theirs could deadlock.
      if (scope == Scope.TEST) {
        turn = shared.turnstile().enter();
      }
      return shared.of(setup.servers()).start(spec, relay);
    }

    @Override
    public Duration limit(Duration asked) {
      return shared.of(setup.servers()).limit(asked);
    }

    @Override
    public String description() {
      return shared.of(setup.servers()).description();
    }

    @Override
    public void close() {
      turn.close();
    }
  }
}
