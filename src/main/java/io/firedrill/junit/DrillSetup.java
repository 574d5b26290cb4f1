package io.firedrill.junit;

import io.firedrill.internal.live.DrillSpec;
import io.firedrill.internal.rig.choice.ServerChoice;
import java.nio.file.Path;

/**
 * The setup of a test class's drills.
 *
 * @param spec the input of the drills
 * @param servers the servers
 * @param output where failed tests keep what happened
 */
record DrillSetup(DrillSpec spec, ServerChoice servers, Path output) {

  /** The same on other servers. */
  DrillSetup on(ServerChoice others) {
    return new DrillSetup(spec, others, output);
  }
}
