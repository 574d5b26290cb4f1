package io.firedrill.internal.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/**
 * Writes what the archives contain besides the jar: completions for three shells, and the manual's
 * pages in AsciiDoc. The profile {@code release} runs it.
 */
final class DistributionFiles {

  private DistributionFiles() {}

  /**
   * @param arguments the directory to write to, and the version
   */
  public static void main(String... arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    CommandLine line = Main.commandLine(Machine.ofThisJvm());
    Path completions = Files.createDirectories(directory.resolve("completions"));
    Files.writeString(completions.resolve("firedrill.bash"), bash(line));
    Files.writeString(completions.resolve("_firedrill"), ZshCompletion.of(line.getCommandSpec()));
    Files.writeString(
        completions.resolve("firedrill.fish"), FishCompletion.of(line.getCommandSpec()));
    writeManual(directory.resolve("man"), arguments[1], line);
  }

  private static void writeManual(Path directory, String version, CommandLine line)
      throws IOException {
    File manual = Files.createDirectories(directory).toFile();
    int status =
        ManPageGenerator.generateManPage(manual, null, new boolean[0], true, line.getCommandSpec());
    if (status != 0) {
      throw new IOException("no manual: status " + status);
    }
    for (File page : manual.listFiles()) {
      String text = Files.readString(page.toPath());
      Files.writeString(
          page.toPath(),
          text.replaceAll("(?m)^:revnumber: .*$", ":revnumber: firedrill " + version));
    }
  }

  /** Without the line that says when it was made; values are written as the help writes them. */
  private static String bash(CommandLine line) {
    String script = AutoComplete.bash("firedrill", line).replaceAll("(?m)^# Date: .*\\R", "");
    return Pattern.compile("(?m)^ *local \\w+_option_args=.*$")
        .matcher(script)
        .replaceAll(values -> Matcher.quoteReplacement(values.group().toLowerCase(Locale.ROOT)));
  }
}
