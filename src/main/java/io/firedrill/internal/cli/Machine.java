package io.firedrill.internal.cli;

import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.choice.RigFactories;
import io.firedrill.internal.rig.choice.ServerChoice;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the command line takes from around it, so that tests can give it something else.
 *
 * @param environment the environment variables
 * @param screen whether somebody watches
 * @param rigs finds the servers
 */
record Machine(Map<String, String> environment, Screen screen, Rigs rigs) {

  /** Finds the servers to run tests with. */
  interface Rigs {
    /**
     * Rigs of the servers that are wanted.
     *
     * @param progress is told, in one line each, what takes time
     */
    RigFactory of(ServerChoice choice, Consumer<String> progress);
  }

  /** This one. */
  static Machine ofThisJvm() {
    Map<String, String> environment = System.getenv();
    return new Machine(
        environment,
        Screen.of(environment),
        (choice, progress) -> RigFactories.of(environment, progress).choose(choice));
  }
}
