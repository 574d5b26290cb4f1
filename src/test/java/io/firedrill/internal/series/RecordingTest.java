package io.firedrill.internal.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.source.InputException;
import io.firedrill.model.Labels;
import io.firedrill.model.Sample;
import io.firedrill.model.SampleValue;
import io.firedrill.model.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {

  @TempDir Path directory;

  @Test
  void csvHasAValuePerRow() throws IOException {
    CsvColumn csv = csv("time,free\n0,1\n60,\n\n120,\"3\"\n", Optional.empty(), Optional.empty());

    assertThat(csv.values())
        .containsExactly(
            Optional.of(SampleValue.of(1)), Optional.empty(), Optional.of(SampleValue.of(3)));
    assertThat(csv.samples()).isEmpty();
  }

  @Test
  void csvMayContainTimes() throws IOException {
    CsvColumn csv =
        csv("free,\"the, time\"\n1,1700000000.5\n2,2023-11-14T22:14:00Z\n", "free", "the, time");

    assertThat(csv.samples())
        .containsExactly(
            new Sample(Instant.ofEpochMilli(1_700_000_000_500L), SampleValue.of(1)),
            new Sample(Instant.parse("2023-11-14T22:14:00Z"), SampleValue.of(2)));
  }

  @Test
  void csvErrorsAreReportedAtTheirPositions() {
    assertMessage(
        () -> csv("time,free\n0,none\n", "free", "time"),
        "f:2:3: error: expected a number, found \"none\"\n    2 | 0,none\n      |   ^^^^");
    assertMessage(
        () -> csv("time,free\n0,1\n", "fre", "time"),
        "f:1:1: error: no column \"fre\"\n    1 | time,free\n      | ^^^^\n"
            + "  hint: did you mean \"free\"?");
    assertMessage(
        () -> csv("time,free\n0,1\n", "banana", "time"),
        "f:1:1: error: no column \"banana\"\n    1 | time,free\n      | ^^^^\n"
            + "  hint: the columns are: time, free");
    assertMessage(
        () -> csv("time,free\n0\n", "free", "time"),
        "f:2:1: error: the row has only 1 cells\n    2 | 0\n      | ^");
    assertMessage(
        () -> csv("time,free\n60,1\n0,1\n", "free", "time"),
        "f:3:1: error: times must ascend\n    3 | 0,1\n      | ^");
    assertMessage(
        () -> csv("time,free\nnoon,1\n", "free", "time"),
        "f:2:1: error: expected a time, found \"noon\"\n    2 | noon,1\n      | ^^^^\n"
            + "  hint: write it in Unix seconds, or as 2026-03-02T08:00:00Z");
    assertMessage(
        () -> csv("a,\"b\n", "a", "b"),
        "f:1:3: error: the cell that begins here has no closing quote\n"
            + "    1 | a,\"b\n      |   ^");
    assertMessage(
        () -> csv("", "a", "b"), "f:1:1: error: the file is empty: a header line is expected");
  }

  @Test
  void openmetricsHasSeconds() throws IOException {
    List<Series> series =
        OpenMetrics.read(
            write(
                """
                # TYPE up gauge
                up{job="a"} 1 1700000000
                up{job="b"} 0 1700000000.25 # {trace="x"} 1
                up{job="a"} 2.5e1 1700000060
                # EOF
                """));

    assertThat(series)
        .containsExactly(
            new Series(
                Labels.of("__name__", "up", "job", "a"),
                List.of(sample(1_700_000_000_000L, 1), sample(1_700_000_060_000L, 25))),
            new Series(
                Labels.of("__name__", "up", "job", "b"), List.of(sample(1_700_000_000_250L, 0))));
  }

  @Test
  void theOlderTextHasMilliseconds() throws IOException {
    assertThat(OpenMetrics.read(write("up 1 1700000000000\ndown NaN\n")))
        .containsExactly(
            new Series(Labels.of("__name__", "up"), List.of(sample(1_700_000_000_000L, 1))),
            new Series(Labels.of("__name__", "down"), List.of(sample(0, Double.NaN))));
  }

  @Test
  void openmetricsErrorsAreReportedAtTheirPositions() {
    assertMessage(
        () -> OpenMetrics.read(write("up{a=b} 1\n")),
        "f:1:6: error: expected a quoted label value, found \"b\"\n"
            + "    1 | up{a=b} 1\n      |      ^");
    assertMessage(
        () -> OpenMetrics.read(write("up\n")),
        "f:1:3: error: expected a value after the series, found the end\n"
            + "    1 | up\n      |   ^");
    assertMessage(
        () -> OpenMetrics.read(write("up x 1\n")),
        "f:1:4: error: expected a number, found \"x\"\n    1 | up x 1\n      |    ^");
    assertMessage(
        () -> OpenMetrics.read(write("up 1 NaN\n")),
        "f:1:6: error: expected a timestamp, found \"NaN\"\n    1 | up 1 NaN\n      |      ^^^");
  }

  private static Sample sample(long millis, double value) {
    return new Sample(Instant.ofEpochMilli(millis), SampleValue.of(value));
  }

  private CsvColumn csv(String text, String column, String time) throws IOException {
    return csv(text, Optional.of(column), Optional.of(time));
  }

  private CsvColumn csv(String text, Optional<String> column, Optional<String> time)
      throws IOException {
    return CsvColumn.read(write(text), column, time);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(directory.resolve("f"), text);
  }

  private void assertMessage(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(InputException.class)
        .hasMessage(directory + "/" + message);
  }
}
