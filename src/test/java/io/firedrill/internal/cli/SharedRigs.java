package io.firedrill.internal.cli;

import io.firedrill.internal.clock.RelayHandler;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.RigSpec;

/** Rigs that are shared with other tests, so that a command must not close them. */
record SharedRigs(RigFactory rigs) implements RigFactory {

  @Override
  public Rig start(RigSpec spec, RelayHandler relay) {
    return rigs.start(spec, relay);
  }

  @Override
  public String description() {
    return rigs.description();
  }

  @Override
  public void close() {
    // They end with the JVM.
  }
}
