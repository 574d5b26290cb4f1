package io.firedrill.junit;

import io.firedrill.clock.RelayHandler;
import io.firedrill.engine.Drill;
import io.firedrill.junit.Turnstile.Turn;
import io.firedrill.rig.Rig;
import io.firedrill.rig.RigFactory;
import io.firedrill.rig.RigSpec;

/** A drill, which JUnit closes at the end of its test or class. */
final class TestDrill implements AutoCloseable {

  /** Whose drill it is: a test's, or that of something that has tests in it. */
  enum Scope {
    TEST,
    CONTAINER
  }

  private final DrillSetup setup;
  private final Scope scope;
  private final TurnTakingRigs rigs;
  private final Drill drill;

  TestDrill(DrillSetup setup, Scope scope, SharedRigs shared) {
    this.setup = setup;
    this.scope = scope;
    this.rigs = new TurnTakingRigs(shared);
    this.drill = new Drill(rigs, setup.spec());
  }

  DrillSetup setup() {
    return setup;
  }

  Scope scope() {
    return scope;
  }

  Drill drill() {
    return drill;
  }

  @Override
  public void close() {
    drill.close();
    rigs.close();
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
      // A container that held a turn while its tests wait for theirs could wait for ever.
      if (scope == Scope.TEST) {
        turn = shared.turnstile().enter();
      }
      return shared.of(setup.servers()).start(spec, relay);
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
