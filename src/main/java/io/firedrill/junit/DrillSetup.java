package io.firedrill.junit;

import io.firedrill.internal.live.DrillSpec;
import io.firedrill.internal.rig.choice.ServerChoice;
import java.nio.file.Path;

/**
 * The setup of a test class's drills.
 *
 * @param spec the input of the drills
 * @param servers the servers
 * @param output the directory for the output of failed tests
 */
record DrillSetup(DrillSpec spec, ServerChoice servers, Path output) {

  DrillSetup on(ServerChoice others) {
    return new DrillSetup(spec, others, output);
  }
}
