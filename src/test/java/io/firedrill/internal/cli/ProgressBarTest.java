package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

  private final StringWriter screen = new StringWriter();
  private final Terminal out = Terminal.to(screen, "standard output", false);

  @Test
  void isErasedBeforeOtherOutput() {
    ProgressBar bar = new ProgressBar(out, Screen.TERMINAL, 4);

    bar.started("one");
    bar.started("two");
    bar.finished("one");
    bar.above(() -> out.println("PASS one"));
    bar.finished("two");

    assertThat(screen)
        .hasToString(
            "<[--------------------] 0/4 one"
                .concat("<[--------------------] 0/4 2 tests")
                .concat("<[#####---------------] 1/4 two")
                .concat("<PASS one\n<[#####---------------] 1/4 two<")
                .replace("<", "\r\u001b[K"));
  }

  @Test
  void isNeverAsWideAsTheTerminal() {
    ProgressBar bar = new ProgressBar(out, Screen.TERMINAL, 1000);

    bar.started("x".repeat(500) + "\n");

    assertThat(screen.toString()).hasSizeLessThan(80).endsWith("x...");
  }

  @Test
  void isShownOnlyOnTerminals() {
    ProgressBar bar = new ProgressBar(out, Screen.PLAIN, 1);

    bar.started("one");
    bar.above(() -> out.print("PASS one"));
    bar.finished("one");

    assertThat(screen).hasToString("PASS one");
  }
}
