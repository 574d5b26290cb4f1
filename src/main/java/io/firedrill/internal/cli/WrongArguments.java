package io.firedrill.internal.cli;

import io.firedrill.internal.source.Suggestions;
import java.io.PrintWriter;
import java.util.Collection;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints what is wrong with the arguments, and the command that lists all options. */
final class WrongArguments implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    PrintWriter err = e.getCommandLine().getErr();
    CommandSpec command = e.getCommandLine().getCommandSpec();
    err.println("firedrill: " + message(e, command));
    err.println("Try: " + command.qualifiedName() + " --help");
    return ExitStatus.BAD_INPUT;
  }

  private static String message(ParameterException e, CommandSpec command) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return e.getMessage().strip();
    }
    String word = unmatched.getUnmatched().get(0);
    if (unmatched.isUnknownOption()) {
      return unknown("option", word, command.optionsMap().keySet());
    }
    return command.subcommands().isEmpty()
        ? "unexpected argument \"" + word + "\""
        : unknown("command", word, command.subcommands().keySet());
  }

  private static String unknown(String what, String word, Collection<String> known) {
    return "unknown %s \"%s\"%s"
        .formatted(what, word, Suggestions.hint(word, known).map(hint -> ": " + hint).orElse(""));
  }
}
