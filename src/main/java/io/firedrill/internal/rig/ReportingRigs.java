package io.firedrill.internal.rig;

import io.firedrill.internal.clock.RelayHandler;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Reports at the end how rigs were started.
 *
 * @param rigs the factory of the rigs
 * @param report takes one line
 */
public record ReportingRigs(RigFactory rigs, Consumer<String> report) implements RigFactory {

  @Override
  public Rig start(RigSpec spec, RelayHandler relay) {
    return rigs.start(spec, relay);
  }

  @Override
  public Duration limit(Duration asked) {
    return rigs.limit(asked);
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
    report.accept(rigs.starts());
  }
}
