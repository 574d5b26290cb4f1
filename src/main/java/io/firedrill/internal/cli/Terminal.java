package io.firedrill.internal.cli;

import io.firedrill.internal.source.Problem;
import io.firedrill.internal.text.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Collection;

/**
 * Standard output or standard error, and the only way to it. Whatever is printed is shown as text;
 * what is more than that, to a terminal or a CI system, only this class writes. Unlike other
 * writers of its kind it throws an {@link OutputException} where it cannot write.
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
   * Writes to this.
   *
   * @param name how messages call it
   */
  static Terminal to(Writer target, String name) {
    return new Terminal(new Escaping(target, name));
  }

  /** What a command's {@code getOut()} and {@code getErr()} are. */
  static Terminal of(PrintWriter writer) {
    return (Terminal) writer;
  }

  /** Prints one line: a line end within it is shown as text. */
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

  /** Erases the line that the cursor is in. */
  void erase() {
    escaping.raw(ERASE);
  }

  /** A line that is a command to GitHub: its text is still nothing but text. */
  void command(String line) {
    if (!line.startsWith(COMMAND)) {
      throw new IllegalArgumentException("not a command: " + line);
    }
    escaping.raw(COMMAND);
    println(line.substring(COMMAND.length()));
  }

  /** Escapes what it is given. */
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
