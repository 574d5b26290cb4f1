package io.firedrill.machine;

import java.net.InetSocketAddress;

/** A launcher that runs in the emulated machine, as a user without privileges. */
public final class MachineLauncher {

  private static final String NOTHING_LEFT = "ended leaving 0 files, 0 processes";

  private final EmulatedMachine machine;
  private final String directory;
  private String end = "";

  MachineLauncher(EmulatedMachine machine, String directory) {
    this.machine = machine;
    this.directory = directory;
  }

  /** The address of its control port. */
  public InetSocketAddress address() {
    return machine.control();
  }

  /** Its directory on the machine. */
  public String directory() {
    return directory;
  }

  /** Waits for its end, and fails if it has left a file or a process. */
  public synchronized void awaitEnd() {
    if (end.isEmpty()) {
      end = machine.await("ended");
    }
    if (!end.equals(NOTHING_LEFT)) {
      throw new AssertionError("the launcher " + end);
    }
  }
}
