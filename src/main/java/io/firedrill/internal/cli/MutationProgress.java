package io.firedrill.internal.cli;

import io.firedrill.internal.mutation.MutationRun;
import java.io.PrintWriter;

/** The last line of a terminal while mutants run: how many runs are done. */
final class MutationProgress implements MutationRun.Progress {

  private final StatusLine line;
  private int done;

  MutationProgress(PrintWriter out, Screen screen) {
    this.line = new StatusLine(out, screen);
  }

  @Override
  public synchronized void started(String what) {
    // Shown when it is done: many runs take less than a second.
  }

  @Override
  public synchronized void finished(String what) {
    done++;
    line.show(done, done, done + " runs");
  }

  synchronized void end() {
    line.erase();
  }
}
