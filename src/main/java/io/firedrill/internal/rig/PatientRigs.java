package io.firedrill.internal.rig;

import io.firedrill.internal.clock.RelayHandler;
import java.time.Duration;

/**
 * Makes rigs with another limit than that of their specs.
 *
 * @param rigs the factory of the rigs
 * @param progressLimit see {@link RigSpec#progressLimit()}
 */
public record PatientRigs(RigFactory rigs, Duration progressLimit) implements RigFactory {

  @Override
  public Rig start(RigSpec spec, RelayHandler relay) {
    return rigs.start(spec.withProgressLimit(limit(spec.progressLimit())), relay);
  }

  @Override
  public Duration limit(Duration asked) {
    return progressLimit;
  }

  @Override
  public String description() {
    return rigs.description();
  }

  @Override
  public String starts() {
    return rigs.starts();
  }

  @Override
  public void close() {
    rigs.close();
  }
}
