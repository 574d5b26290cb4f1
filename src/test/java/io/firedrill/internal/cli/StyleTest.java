package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.cli.Style.Word;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "TERMINAL, -,  -,     true",
        "TERMINAL, '', '',    true",
        "TERMINAL, 1,  -,     false",
        "TERMINAL, -,  0,     false",
        "TERMINAL, -,  false, false",
        "TERMINAL, 1,  1,     true",
        "PLAIN,    -,  -,     false",
        "PLAIN,    -,  '',    false",
        "PLAIN,    -,  1,     true",
        "PLAIN,    -,  true,  true",
        "PLAIN,    1,  -,     false"
      })
  void colourOnATerminalOnlyUnlessForcedOrForbidden(
      Screen screen, String no, String forced, boolean wanted) {
    Map<String, String> environment = new HashMap<>();
    Optional.ofNullable(no).ifPresent(value -> environment.put("NO_COLOR", value));
    Optional.ofNullable(forced).ifPresent(value -> environment.put("FORCE_COLOR", value));

    assertThat(Style.isWanted(environment, screen)).isEqualTo(wanted);
  }

  @Test
  void colourWordsAndDifferences() {
    assertThat(printed(true))
        .isEqualTo(
            """
            \u001b[32mPASS\u001b[0m  a.yml:1  one
            \u001b[31mERROR\u001b[0m b.yml:2  two
            expected (-), found (+):
            \u001b[31m  - status  firing\u001b[0m
            \u001b[32m  + status  resolved\u001b[0m
            \u001b[33m  ~ 5m  moved\u001b[0m
              -1 and a\\x1b[31mb
            """);
  }

  @Test
  void writeTheSameTextWithoutColour() {
    assertThat(printed(false)).isEqualTo(printed(true).replaceAll("\u001b\\[\\d+m", ""));
  }

  private static String printed(boolean coloured) {
    StringWriter screen = new StringWriter();
    Terminal terminal = Terminal.to(screen, "standard output", coloured);
    terminal.about(Word.PASS, "a.yml:1  one");
    terminal.about(Word.ERROR, "b.yml:2  two");
    Terminal.lines(
        terminal,
        """
          expected (-), found (+):
            - status  firing
            + status  resolved
            ~ 5m  moved
            -1 and a\u001b[31mb""");
    return screen.toString();
  }
}
