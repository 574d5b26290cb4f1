package io.firedrill.internal.cli;

import io.firedrill.internal.rig.RigException;
import io.firedrill.internal.rig.process.ServersNotFoundException;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.suite.UnusableException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns errors outside of tests into a message and an exit status. */
final class ErrorHandler implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult result) {
    PrintWriter err = line.getErr();
    if (e instanceof InputException) {
      Terminal.lines(err, e.getMessage());
      return ExitStatus.BAD_INPUT;
    }
    if (e instanceof UnusableException) {
      Terminal.lines(err, "firedrill: " + e.getMessage());
      return ExitStatus.BAD_INPUT;
    }
    if (e instanceof OutputException) {
      err.println("firedrill: " + e.getMessage());
      return ExitStatus.OUTPUT;
    }
    if (e instanceof ServersNotFoundException || e instanceof RigException) {
      Terminal.lines(err, "firedrill: " + e.getMessage());
      return ExitStatus.NO_SERVERS;
    }
    if (e instanceof UncheckedIOException io) {
      err.println("firedrill: " + io.getMessage());
      return ExitStatus.BAD_INPUT;
    }
    err.println(BugReport.of(e).line());
    return ExitStatus.BUG;
  }
}
