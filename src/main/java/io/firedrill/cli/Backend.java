package io.firedrill.cli;

/** Where the servers run. */
enum Backend {
  /** Containers where there is an engine, else this machine. Containers are not built yet. */
  AUTO,
  /** Processes of this machine. */
  LOCAL,
  /** Containers, which are not built yet. */
  DOCKER
}
