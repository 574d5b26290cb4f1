package io.firedrill.internal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What a shell's completion says about a command. */
record CompletedCommand(String name, String description, List<OptionSpec> options) {

  /** The commands in the order of the help. */
  static List<CompletedCommand> of(CommandSpec program) {
    List<CompletedCommand> commands = new ArrayList<>();
    for (CommandLine command : program.subcommands().values()) {
      CommandSpec spec = command.getCommandSpec();
      if (!spec.usageMessage().hidden()) {
        commands.add(
            new CompletedCommand(
                spec.name(),
                sentence(spec.usageMessage().description()),
                spec.options().stream().filter(option -> !option.hidden()).toList()));
      }
    }
    return commands;
  }

  static String describe(OptionSpec option) {
    return sentence(option.description());
  }

  /** The values that an option may have; empty if there is no list of them. */
  static List<String> values(OptionSpec option) {
    return option.completionCandidates() == null
        ? List.of()
        : StreamSupport.stream(option.completionCandidates().spliterator(), false)
            .map(value -> value.toLowerCase(Locale.ROOT))
            .toList();
  }

  static boolean hasValue(OptionSpec option) {
    return option.arity().max() > 0;
  }

  /** The first sentence, without formatting. */
  private static String sentence(String... lines) {
    String text =
        String.join(" ", lines)
            .replaceAll("@\\|[a-z_,]+ ([^|]*)\\|@", "$1")
            .replaceAll("%n|\\s+", " ")
            .replaceAll(" *\\$\\{[^}]*}", "")
            .replace("%%", "%")
            .strip();
    int end = text.indexOf(". ");
    return (end < 0 ? text : text.substring(0, end)).replaceAll("\\.$", "");
  }
}
