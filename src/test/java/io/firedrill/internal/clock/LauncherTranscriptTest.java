package io.firedrill.internal.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.clock.TestLauncher.Connection;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher's side of the protocol: each recorded exchange, with the real launcher. */
class LauncherTranscriptTest {

  @TempDir Path temporary;

  @ParameterizedTest
  @ValueSource(strings = {"programs", "errors", "death", "reset", "fork", "before-1970"})
  void answersAsRecorded(String name) throws Exception {
    try (TestLauncher launcher = TestLauncher.start(temporary);
        Connection connection = launcher.connect()) {
      for (Transcript.Line line : Transcript.read(name).lines()) {
        if (line.toLauncher()) {
          connection.send(line.frame());
        } else {
          Frame answer = connection.receive();
          assertThat(line.fits(answer))
              .as("recorded %s, received %s", describe(line.frame()), describe(answer))
              .isTrue();
        }
      }
    }
  }

  private static String describe(Frame frame) {
    return frame.words() + (frame.payload() == null ? "" : " " + new String(frame.payload()));
  }
}
