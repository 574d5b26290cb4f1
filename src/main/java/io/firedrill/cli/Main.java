package io.firedrill.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The program {@code firedrill}. */
public final class Main {

  private Main() {}

  /** Runs a command and ends the JVM with its status; see {@link ExitStatus}. */
  public static void main(String[] args) {
    // What waits for a thread says that it is gone; a stack trace says nothing to a user.
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {});
    System.exit(run(Machine.ofThisJvm(), writer(System.out), writer(System.err), args));
  }

  static int run(Machine machine, PrintWriter out, PrintWriter err, String... args) {
    try {
      CommandLine line = new CommandLine(new FiredrillCommand());
      line.addSubcommand(new TestCommand(machine));
      line.addSubcommand(new RoutesCommand(machine));
      line.addSubcommand(new CheckCommand(machine));
      line.addSubcommand(new DiffCommand(machine));
      line.addSubcommand(new ReplayCommand(machine));
      line.addSubcommand(new MergeCommand());
      line.addSubcommand(new CoverageCommand());
      line.setOut(out).setErr(err);
      line.setExpandAtFiles(false);
      line.setParameterExceptionHandler(new WrongArguments());
      line.setExecutionExceptionHandler(new ErrorHandler());
      return line.execute(args);
    } catch (OutOfMemoryError | StackOverflowError e) {
      err.println("firedrill: " + Exhaustion.text(e));
      return ExitStatus.BAD_INPUT;
    } catch (Error e) {
      err.println(BugReport.of(e).line());
      return ExitStatus.BUG;
    } finally {
      out.flush();
      err.flush();
    }
  }

  /** Test names are UTF-8, whatever the locale. */
  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
