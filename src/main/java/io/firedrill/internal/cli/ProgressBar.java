package io.firedrill.internal.cli;

import io.firedrill.internal.suite.TestQueue;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The last line of a terminal while tests run: how many are done, and which are running. It is
 * erased before anything else is printed, and shown only on terminals.
 */
final class ProgressBar implements TestQueue.Progress {

  // A wrapped line cannot be erased, and terminals are seldom narrower than 80 columns.
  private static final int NAME = 40;

  private final StatusLine line;
  private final int total;
  private final List<String> running = new ArrayList<>();
  private int done;

  ProgressBar(PrintWriter out, Screen screen, int total) {
    this.line = new StatusLine(out, screen);
    this.total = total;
  }

  @Override
  public synchronized void started(String test) {
    running.add(test);
    draw();
  }

  @Override
  public synchronized void finished(String test) {
    running.remove(test);
    done++;
    draw();
  }

  /** Prints something above the bar. */
  @Override
  public synchronized void above(Runnable printing) {
    line.erase();
    printing.run();
    draw();
  }

  private void draw() {
    if (running.isEmpty()) {
      line.erase();
    } else {
      line.show(done, total, done + "/" + total + " " + names());
    }
  }

  private String names() {
    String names = running.size() == 1 ? running.get(0) : running.size() + " tests";
    int[] points = names.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c).toArray();
    return points.length <= NAME ? names(points) : new String(points, 0, NAME) + "...";
  }

  private static String names(int[] points) {
    return new String(points, 0, points.length);
  }
}
