package io.firedrill.internal.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completion for zsh, with descriptions, which picocli's does not show. */
final class ZshCompletion {

  private ZshCompletion() {}

  static String of(CommandSpec program) {
    List<CompletedCommand> commands = CompletedCommand.of(program);
    StringBuilder text =
        new StringBuilder("#compdef firedrill\n\n_firedrill() {\n  local -a commands\n");
    text.append("  commands=(\n");
    for (CompletedCommand command : commands) {
      text.append(
          "    %s\n"
              .formatted(quoted(command.name() + ":" + command.description().replace(":", "\\:"))));
    }
    text.append("  )\n  if (( CURRENT == 2 )); then\n");
    text.append("    _describe command commands\n    return\n  fi\n");
    text.append("  local command=$words[2]\n  shift words\n  (( CURRENT-- ))\n");
    text.append("  case $command in\n");
    for (CompletedCommand command : commands) {
      text.append("    %s)\n      _arguments -s \\\n".formatted(command.name()));
      command.options().stream()
          .flatMap(option -> arguments(option).stream())
          .forEach(argument -> text.append("        %s \\\n".formatted(quoted(argument))));
      text.append("        '*:file:_files'\n      ;;\n");
    }
    return text.append("  esac\n}\n\n_firedrill \"$@\"\n").toString();
  }

  private static List<String> arguments(OptionSpec option) {
    String text = CompletedCommand.describe(option).replaceAll("([\\[\\]:])", "\\\\$1");
    List<String> values = CompletedCommand.values(option);
    String value = "";
    if (!values.isEmpty()) {
      value = ":value:(" + String.join(" ", values) + ")";
    } else if (CompletedCommand.hasValue(option)) {
      value = ":" + option.paramLabel().replaceAll("[<>:]", "") + ":_files";
    }
    String all = String.join(" ", option.names());
    String excluded = option.isMultiValue() ? "*" : "(" + all + ")";
    List<String> arguments = new ArrayList<>();
    for (String name : Arrays.asList(option.names())) {
      String separated = value.isEmpty() || !name.startsWith("--") ? name : name + "=";
      arguments.add(excluded + separated + "[" + text + "]" + value);
    }
    return arguments;
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
