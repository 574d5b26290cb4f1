package io.firedrill.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The last line of a terminal, while tests run: how many are done, and which are under way. It is
 * taken away before anything else is printed, and never there on anything but a terminal.
 */
final class ProgressBar {

  private static final String ERASE = "\r\u001b[K";
  private static final int CELLS = 20;
  // A line that is broken cannot be erased, and terminals are hardly narrower than 80 columns.
  private static final int NAME = 40;

  private final PrintWriter out;
  private final Screen screen;
  private final int total;
  private final List<String> running = new ArrayList<>();
  private int done;

  ProgressBar(PrintWriter out, Screen screen, int total) {
    this.out = out;
    this.screen = screen;
    this.total = total;
  }

  synchronized void started(String test) {
    running.add(test);
    draw();
  }

  synchronized void finished(String test) {
    running.remove(test);
    done++;
    draw();
  }

  /** Prints something where the bar was; the bar goes on below. */
  synchronized void above(Runnable printing) {
    erase();
    printing.run();
    draw();
  }

  private void draw() {
    if (screen == Screen.TERMINAL && !running.isEmpty()) {
      int cells = CELLS * done / total;
      out.print(
          "%s[%s%s] %d/%d %s"
              .formatted(
                  ERASE, "#".repeat(cells), "-".repeat(CELLS - cells), done, total, names()));
      out.flush();
    } else {
      erase();
    }
  }

  private void erase() {
    if (screen == Screen.TERMINAL) {
      out.print(ERASE);
      out.flush();
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
