package io.firedrill.junit;

import io.firedrill.engine.DrillSpec;
import io.firedrill.rig.process.ServerRequest;
import java.nio.file.Path;

/**
 * What the drills of a test class are.
 *
 * @param spec what they drill
 * @param servers on which servers
 * @param output where failed tests keep what happened
 */
record DrillSetup(DrillSpec spec, ServerRequest servers, Path output) {

  /** The same on other servers. */
  DrillSetup on(ServerRequest others) {
    return new DrillSetup(spec, others, output);
  }
}
