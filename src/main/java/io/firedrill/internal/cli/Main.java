package io.firedrill.internal.cli;

import io.firedrill.internal.suite.Exhaustion;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The program {@code firedrill}. */
public final class Main {

  private Main() {}

  /** Runs a command and ends the JVM with its status; see {@link ExitStatus}. */
  public static void main(String[] args) {
    // Libraries log stack traces, which are not for users.
    if (System.getProperty("java.util.logging.config.file") == null) {
      LogManager.getLogManager().reset();
    }
    // System.out would swallow errors.
    Writer out = writer(FileDescriptor.out);
    Writer err = writer(FileDescriptor.err);
    // Loads no class, because the process may be out of file descriptors.
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> System.err.println("firedrill: ".concat(String.valueOf(e))));
    System.exit(run(Machine.ofThisJvm(), out, err, args));
  }

  static int run(Machine machine, Writer standardOutput, Writer standardError, String... args) {
    boolean coloured = Style.isWanted(machine.environment(), machine.screen());
    Terminal out = Terminal.to(standardOutput, "standard output", coloured);
    Terminal err = Terminal.to(standardError, "standard error", coloured);
    try {
      int status = status(machine, out, err, args);
      out.flush();
      err.flush();
      return status;
    } catch (OutputException e) {
      return notWritten(e, err);
    }
  }

  /** All commands. */
  static CommandLine commandLine(Machine machine) {
    CommandLine line = new CommandLine(new FiredrillCommand());
    line.addSubcommand(new TestCommand(machine));
    line.addSubcommand(new RoutesCommand(machine));
    line.addSubcommand(new CheckCommand(machine));
    line.addSubcommand(new InitCommand(machine));
    line.addSubcommand(new DiffCommand(machine));
    line.addSubcommand(new MutateCommand(machine));
    line.addSubcommand(new ReplayCommand(machine));
    line.addSubcommand(new DoctorCommand(machine));
    line.addSubcommand(new MergeCommand());
    line.addSubcommand(new CoverageCommand());
    return line;
  }

  private static int status(Machine machine, Terminal out, Terminal err, String... args) {
    try {
      CommandLine line = commandLine(machine);
      line.setOut(out).setErr(err);
      line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
      line.setExpandAtFiles(false);
      line.setParameterExceptionHandler(new WrongArguments());
      line.setExecutionStrategy(parsed -> execute(parsed, err));
      line.setExecutionExceptionHandler(new ErrorHandler());
      return line.execute(args);
    } catch (OutOfMemoryError | StackOverflowError e) {
      err.println("firedrill: " + Exhaustion.text(e));
      return ExitStatus.BAD_INPUT;
    } catch (Error e) {
      err.println(BugReport.of(e).line());
      return ExitStatus.BUG;
    }
  }

  /** Printing the help can fail, too: the output may be closed. */
  private static int execute(ParseResult parsed, Terminal err) {
    try {
      return new RunLast().execute(parsed);
    } catch (OutputException e) {
      return notWritten(e, err);
    }
  }

  private static int notWritten(OutputException e, Terminal err) {
    try {
      err.println("firedrill: " + e.getMessage());
    } catch (OutputException again) {
      // Only the exit status is left to report it.
    }
    return ExitStatus.OUTPUT;
  }

  /** Test names are UTF-8, whatever the locale. */
  private static Writer writer(FileDescriptor descriptor) {
    return new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8);
  }
}
