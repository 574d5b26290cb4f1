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

  private final Escaping escaping;

  private Terminal(Escaping escaping) {
    super(escaping, true);
    this.escaping = escaping;
  }

  /**
   * A terminal that writes to this writer.
   *
   * @param name how messages call it
   */
  static Terminal to(Writer target, String name) {
    return new Terminal(new Escaping(target, name));
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
    writer.print(text + "\n");
    writer.flush();
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
