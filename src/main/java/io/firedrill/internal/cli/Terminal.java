package io.firedrill.internal.cli;

import io.firedrill.internal.source.Problem;
import io.firedrill.internal.text.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Collection;

/**
 * Standard output or standard error; all output passes through this class. It escapes everything
 * that is printed, so that only its own methods write control sequences for terminals and commands
 * for CI systems. Unlike other print writers, it throws an {@link OutputException} if it cannot
 * write.
 */
final class Terminal extends PrintWriter {

  private static final String ERASE = "\r\u001b[K";
  private static final String COMMAND = "::";

  /** The width of the words about tests. */
  private static final int WORD = 6;

  private final Escaping escaping;
  private final boolean coloured;

  private Terminal(Escaping escaping, boolean coloured) {
    super(escaping, true);
    this.escaping = escaping;
    this.coloured = coloured;
  }

  /**
   * A terminal that writes to this writer.
   *
   * @param name how messages call it
   * @param coloured whether words about tests and lines of differences have colours
   */
  static Terminal to(Writer target, String name, boolean coloured) {
    return new Terminal(new Escaping(target, name), coloured);
  }

  /** The terminal behind a command's {@code getOut()} or {@code getErr()}. */
  static Terminal of(PrintWriter writer) {
    return (Terminal) writer;
  }

  /** Prints one line; escapes line ends within it. */
  @Override
  public void println(String line) {
    super.println(Printable.line(line));
  }

  @Override
  public void println(Object line) {
    println(String.valueOf(line));
  }

  /** Prints a text of several lines, such as a message that shows a line of a file. */
  static void lines(PrintWriter writer, String text) {
    Terminal terminal = of(writer);
    if (terminal.coloured) {
      text.lines().forEach(terminal::colouredLine);
    } else {
      terminal.print(text + "\n");
    }
    terminal.flush();
  }

  /** Prints a line about a test, which starts with a word. */
  void about(Style.Word word, String line) {
    coloured(Style.of(word), word.name());
    println(" ".repeat(Math.max(1, WORD - word.name().length())) + line);
  }

  private void colouredLine(String line) {
    Style.ofLine(line).ifPresentOrElse(style -> coloured(style, line), () -> print(line));
    print("\n");
  }

  private void coloured(Style style, String text) {
    if (coloured) {
      flush();
      escaping.raw(style.start());
      print(text);
      flush();
      escaping.raw(Style.END);
    } else {
      print(text);
    }
  }

  /** Prints warnings, each with its line of the file. */
  static void warnings(PrintWriter writer, Collection<Problem> warnings) {
    warnings.forEach(warning -> lines(writer, warning.render()));
  }

  /** Erases the line with the cursor. */
  void erase() {
    escaping.raw(ERASE);
  }

  /** Prints a workflow command of GitHub; the text in it is escaped. */
  void command(String line) {
    if (!line.startsWith(COMMAND)) {
      throw new IllegalArgumentException("not a command: " + line);
    }
    escaping.raw(COMMAND);
    println(line.substring(COMMAND.length()));
  }

  private static final class Escaping extends Writer {

    private final Writer target;
    private final String name;
    private Printable printable = new Printable();

    Escaping(Writer target, String name) {
      this.target = target;
      this.name = name;
    }

    synchronized void raw(String text) {
      try {
        target.write(text);
      } catch (IOException e) {
        throw new OutputException(name, e);
      }
      printable = new Printable();
    }

    @Override
    public synchronized void write(char[] text, int from, int length) {
      try {
        target.write(printable.next(new String(text, from, length)));
      } catch (IOException e) {
        throw new OutputException(name, e);
      }
    }

    @Override
    public void flush() {
      try {
        target.flush();
      } catch (IOException e) {
        throw new OutputException(name, e);
      }
    }

    @Override
    public void close() {
      flush();
    }
  }
}
