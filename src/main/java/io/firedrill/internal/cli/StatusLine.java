package io.firedrill.internal.cli;

import java.io.PrintWriter;

/**
 * The last line of a terminal, with a bar and a text. Callers erase it before they print anything
 * else. It is shown only on terminals.
 */
final class StatusLine {

  private static final int CELLS = 20;

  private final Terminal out;
  private final Screen screen;

  StatusLine(PrintWriter out, Screen screen) {
    this.out = Terminal.of(out);
    this.screen = screen;
  }

  void show(long done, long total, String text) {
    if (screen == Screen.TERMINAL) {
      int cells = (int) (CELLS * done / total);
      out.erase();
      out.print("[%s%s] %s".formatted("#".repeat(cells), "-".repeat(CELLS - cells), text));
      out.flush();
    }
  }

  void erase() {
    if (screen == Screen.TERMINAL) {
      out.erase();
      out.flush();
    }
  }
}
