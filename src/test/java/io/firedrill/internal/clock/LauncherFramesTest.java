package io.firedrill.internal.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.clock.TestLauncher.Connection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invalid frames, and invalid commands. */
class LauncherFramesTest {

  @TempDir Path temporary;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          read a%4        | the line is not made of words
          read %          | the line is not made of words
          read %4         | the line is not made of words
          read a%zz       | the line is not made of words
          read a%00b      | the line is not made of words
          "read a\tb"      | the line is not made of words
          read é          | the line is not made of words
          write a -1      | the frame has no valid size
          write a 5x      | the frame has no valid size
          write a 268435457             | the frame has no valid size
          write a 99999999999999999999  | the frame has no valid size
          write           | the frame has no valid size
          """)
  void endTheConnectionIfTheNextFrameCannotBeFound(String line, String refusal) throws Exception {
    try (TestLauncher launcher = TestLauncher.start(temporary);
        Connection connection = served(launcher)) {
      say(connection, line);

      assertThat(connection.receive().words()).containsExactly("error", "command", refusal);
      assertThat(connection.in().read()).isEqualTo(-1);
      assertThat(launcher.ends()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          epoch 12x                     | epoch does not take 12x
          epoch 9223372036854775808     | epoch does not take 9223372036854775808
          advance 9223372036854775807   | advance does not take 9223372036854775807
          epoch +5                      | epoch does not take +5
          advance -                     | advance does not take -
          limit -1                      | limit does not take -1
          wait one soon                 | wait does not take soon
          signal one 0                  | signal does not take 0
          signal one 65                 | signal does not take 65
          slack one -5                  | slack does not take -5
          slack one ever                | slack does not take ever
          answered 1 2 3 4              | answered takes 2 arguments
          reset now                     | reset takes 0 arguments
          lead one                      | lead takes 2 arguments
          """)
  void areRefusedWithInvalidArguments(String line, String refusal) throws Exception {
    try (TestLauncher launcher = TestLauncher.start(temporary);
        Connection connection = served(launcher)) {
      say(connection, line);
      assertThat(connection.receive().words()).containsExactly("error", "command", refusal);

      say(connection, "epoch 5");
      assertThat(connection.receive().words()).containsExactly("ok", "5");
    }
  }

  @Test
  void mayMoveTheTimeThroughItsWholeRange() throws Exception {
    try (TestLauncher launcher = TestLauncher.start(temporary);
        Connection connection = served(launcher)) {
      say(connection, "limit 9223372036854775807");
      say(connection, "epoch -9223372036854775808");
      say(
          connection,
          "start one slack=9223372036854775807 lead=-9223372036854775808 log=one.log"
              + " -- /bin/sleep 1000");
      say(connection, "lead one 9223372036854775806");
      say(connection, "advance 9223372036854775806");

      assertThat(connection.receive().words()).containsExactly("ok");
      assertThat(connection.receive().words()).containsExactly("ok", "-9223372036854775808");
      assertThat(connection.receive().verb()).isEqualTo("ok");
      assertThat(connection.receive().words()).containsExactly("ok");
      assertThat(connection.receive().words().subList(0, 2))
          .isEqualTo(List.of("ok", "9223372036854775806"));
    }
  }

  @Test
  void keepAnEmptyArgument() throws Exception {
    try (TestLauncher launcher = TestLauncher.start(temporary);
        Connection connection = served(launcher)) {
      say(connection, "start one ending=expected log=one.log -- /bin/sh -c echo%20$# name  x ");
      connection.receive();
      say(connection, "wait one 10000");
      connection.receive();
      say(connection, "read one.log");

      assertThat(connection.receive().payload()).asString().isEqualTo("3\n");
    }
  }

  private static Connection served(TestLauncher launcher) throws Exception {
    Connection connection = launcher.connect();
    say(connection, "hello 1 secret");
    assertThat(connection.receive().words()).containsExactly("ok", "1");
    return connection;
  }

  private static void say(Connection connection, String line) throws Exception {
    connection.out().write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
