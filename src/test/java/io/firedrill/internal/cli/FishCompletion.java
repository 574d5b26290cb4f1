package io.firedrill.internal.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completion for fish, which picocli does not write. */
final class FishCompletion {

  private FishCompletion() {}

  static String of(CommandSpec program) {
    StringBuilder text = new StringBuilder("# fish completion for firedrill\n");
    for (CompletedCommand command : CompletedCommand.of(program)) {
      text.append(
          "complete -c firedrill -f -n __fish_use_subcommand -a %s -d %s\n"
              .formatted(command.name(), quoted(command.description())));
      for (OptionSpec option : command.options()) {
        text.append(line(command.name(), option));
      }
    }
    return text.toString();
  }

  private static String line(String command, OptionSpec option) {
    StringBuilder line =
        new StringBuilder(
            "complete -c firedrill -n '__fish_seen_subcommand_from %s'".formatted(command));
    for (String name : option.names()) {
      line.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
    }
    if (!CompletedCommand.values(option).isEmpty()) {
      line.append(" -x -a ").append(quoted(String.join(" ", CompletedCommand.values(option))));
    } else if (CompletedCommand.hasValue(option)) {
      line.append(" -r");
    }
    return line.append(" -d ")
        .append(quoted(CompletedCommand.describe(option)))
        .append('\n')
        .toString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
