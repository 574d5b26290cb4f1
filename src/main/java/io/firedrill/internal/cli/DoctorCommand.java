package io.firedrill.internal.cli;

import io.firedrill.internal.conformance.Finding;
import io.firedrill.internal.conformance.Finding.Status;
import io.firedrill.internal.conformance.ServerConformance;
import io.firedrill.internal.rig.RigException;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.ServerVersions;
import io.firedrill.internal.rig.container.Engine;
import io.firedrill.model.ServerFailure;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "doctor",
    description = {
      "Checks whether drills work on this machine, with these servers.",
      "Runs one drill, and checks every option, endpoint, log line and file of the servers that "
          + "Firedrill relies on."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:everything works",
      "1:something does not work",
      "2:bad input: arguments",
      "3:no usable server or container engine",
      "70:a bug in Firedrill",
      "74:an output could not be written"
    })
final class DoctorCommand implements Callable<Integer> {

  private final Machine machine;

  @Spec private CommandSpec spec;

  @Mixin private ServerOptions servers;

  DoctorCommand(Machine machine) {
    this.machine = machine;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    MachineFacts.ofThisJvm().lines().forEach(line -> Terminal.lines(out, line));
    Terminal.lines(
        out,
        Engine.seemsThere(machine.environment())
            ? "engine: a container engine is there"
            : "engine: no container engine; servers run as local processes");
    out.flush();
    try (RigFactory rigs = servers.rigs(machine, spec.commandLine().getErr())) {
      Terminal.lines(out, "servers: " + rigs.description());
      ServerVersions.warnings(rigs.description()).forEach(warning -> Terminal.lines(out, warning));
      return show(ServerConformance.check(rigs), out);
    } catch (ServerFailure e) {
      Terminal.lines(out, "FAIL  the servers do not run: " + e.getMessage());
      return ExitStatus.FAILED;
    } catch (RigException e) {
      Terminal.lines(out, "FAIL  the servers cannot be started");
      throw e;
    }
  }

  private static int show(List<Finding> findings, PrintWriter out) {
    for (Finding finding : findings) {
      if (finding.status() != Status.OK) {
        Terminal.lines(out, line(finding));
      }
    }
    long missing = findings.stream().filter(f -> f.status() == Status.MISSING).count();
    Terminal.lines(
        out,
        (missing == 0
                ? "everything works: "
                : missing + " of what Firedrill relies on does not work; checked: ")
            + findings.size()
            + " options, endpoints, log lines and files");
    return missing == 0 ? ExitStatus.PASSED : ExitStatus.FAILED;
  }

  private static String line(Finding finding) {
    String name = finding.thing().server().name().toLowerCase(Locale.ROOT);
    String what = name + ", " + finding.thing().kind() + " " + finding.thing().name();
    return finding.status() == Status.OLDER
        ? "older "
            + what
            + ": there since "
            + finding.thing().since()
            + "; used for "
            + finding.thing().purpose()
        : "FAIL  " + what + " (used for " + finding.thing().purpose() + "): " + finding.detail();
  }
}
