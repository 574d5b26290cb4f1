package io.firedrill.internal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What matters of this machine for servers that run as local processes: the kernel, and what may
 * keep the launcher from tracing its own children.
 *
 * @param system the name of the operating system
 * @param kernel the version of its kernel
 * @param architecture the processor's architecture, as Java names it
 * @param proc the directory {@code /proc}
 */
record MachineFacts(String system, String kernel, String architecture, Path proc) {

  private static final String NO_TRACING = "3";

  static MachineFacts ofThisJvm() {
    return new MachineFacts(
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("os.arch"),
        Path.of("/proc"));
  }

  /** A line for each fact, and what follows from it if that is not nothing. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    boolean linux = system.equals("Linux");
    lines.add(
        "kernel: "
            + system
            + " "
            + kernel
            + " on "
            + architecture
            + (linux && isKnown() ? "" : "; local servers need Linux on amd64 or arm64"));
    if (!linux) {
      return lines;
    }
    text("sys/kernel/yama/ptrace_scope")
        .ifPresent(scope -> lines.add("ptrace: yama.ptrace_scope is " + scope + scope(scope)));
    field("Seccomp")
        .ifPresent(
            mode ->
                lines.add(
                    "seccomp: "
                        + (mode.equals("0")
                            ? "no filter"
                            : "a filter applies to this process; it must allow ptrace and seccomp")));
    field("NoNewPrivs")
        .filter("1"::equals)
        .ifPresent(set -> lines.add("no_new_privs: set, which is no problem"));
    return lines;
  }

  private boolean isKnown() {
    return List.of("amd64", "x86_64", "aarch64", "arm64").contains(architecture);
  }

  private static String scope(String value) {
    return switch (value) {
      case "0", "1" -> "; the launcher may trace its own children";
      case NO_TRACING -> "; no process may trace another, so local servers cannot run";
      default -> "; only processes with CAP_SYS_PTRACE may trace, so local servers may not run";
    };
  }

  private Optional<String> field(String name) {
    return text("self/status").stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst();
  }

  private Optional<String> text(String path) {
    try {
      return Optional.of(Files.readString(proc.resolve(path)).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
