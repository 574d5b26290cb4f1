package io.firedrill.internal.cli;

import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.choice.RigFactories;
import io.firedrill.internal.rig.choice.ServerChoice;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The surroundings of the command line, which tests replace.
 *
 * @param environment the environment variables
 * @param screen whether the output is a terminal
 * @param rigs finds the servers
 */
record Machine(Map<String, String> environment, Screen screen, Rigs rigs) {

  interface Rigs {
    /**
     * Makes rigs of the chosen servers.
     *
     * @param progress takes one line for each step that takes time
     */
    RigFactory of(ServerChoice choice, Consumer<String> progress);
  }

  /** The machine that runs this JVM. */
  static Machine ofThisJvm() {
    Map<String, String> environment = System.getenv();
    return new Machine(
        environment,
        Screen.of(environment),
        (choice, progress) -> RigFactories.of(environment, progress).choose(choice));
  }
}
