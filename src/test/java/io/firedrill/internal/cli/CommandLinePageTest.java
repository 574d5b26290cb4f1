package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The command-line reference is what the help prints; {@code -Ddocs=write} writes it. */
class CommandLinePageTest {

  private static final Path PAGE = Path.of("docs/command-line.md");

  private static final String TITLE =
      """
      # Command line

      This page is what `firedrill help COMMAND` prints.
      """;

  @Test
  void isWhatTheHelpPrints() throws IOException {
    String page = page();
    if ("write".equals(System.getProperty("docs"))) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static String page() {
    Map<String, String> sections = new TreeMap<>();
    for (String line : help().lines().dropWhile(l -> !l.equals("Commands:")).skip(1).toList()) {
      if (line.matches("  [a-z-]+ .*")) {
        String command = line.strip().split(" ")[0];
        sections.put(command, command.equals("help") ? help() : help(command));
      }
    }
    StringBuilder page = new StringBuilder(TITLE);
    sections.forEach(
        (command, text) ->
            page.append("\n## firedrill %s\n\n```text\n%s```\n".formatted(command, text)));
    return page.toString();
  }

  private static String help(String... command) {
    StringWriter out = new StringWriter();
    String[] words = Stream.concat(Stream.of("help"), Stream.of(command)).toArray(String[]::new);
    assertThat(Main.run(Machine.ofThisJvm(), out, new StringWriter(), words)).isZero();
    return out.toString();
  }
}
