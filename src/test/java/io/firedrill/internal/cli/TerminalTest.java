package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileWriter;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.StringWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;

class TerminalTest {

  private final StringWriter screen = new StringWriter();
  private final Terminal terminal = Terminal.to(screen, "standard output", false);

  @Test
  void escapesLineEndsInALine() {
    terminal.println("a\n::error::b\u001b[31m");
    terminal.println((Object) "::c");

    assertThat(screen).hasToString("a\\n::error::b\\x1b[31m\n:\\:c\n");
  }

  @Test
  void printsSeveralLinesOnRequest() {
    Terminal.lines(terminal, "a\n  ::b");

    assertThat(screen).hasToString("a\n  :\\:b\n");
  }

  @Test
  void printsGitHubCommandsWithEscapedText() {
    terminal.print("  ");
    terminal.println();
    terminal.command("::error file=a::b\n::error::c\u001b");
    terminal.println("::d");

    assertThat(screen).hasToString("  \n::error file=a::b\\n::error::c\\x1b\n:\\:d\n");
    assertThatThrownBy(() -> terminal.command("a")).hasMessage("not a command: a");
  }

  @Test
  void erasesItsLastLine() {
    terminal.erase();
    terminal.println("::x");

    assertThat(screen).hasToString("\r\u001b[K:\\:x\n");
  }

  @Test
  void reportsThatItCannotWrite() throws IOException {
    try (Writer full = new FileWriter("/dev/full")) {
      assertThatThrownBy(() -> Terminal.to(full, "standard output", false).println("x"))
          .isInstanceOf(OutputException.class)
          .hasMessage("cannot write standard output: No space left on device");
    } catch (IOException e) {
      // Closing writes what is left.
    }
    PipedReader reader = new PipedReader();
    Terminal closed = Terminal.to(new PipedWriter(reader), "standard error", false);
    reader.close();
    assertThatThrownBy(() -> closed.println("x"))
        .hasMessage("cannot write standard error: Pipe closed");
  }
}
