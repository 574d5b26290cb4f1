package io.firedrill.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.firedrill.internal.source.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exact messages about invalid recordings. */
class RecordingErrorsTest {

  @TempDir private Path directory;

  private String error(String name, String... lines) throws IOException {
    return error(Files.writeString(directory.resolve(name), String.join("\n", lines) + "\n"));
  }

  private String error(Path... files) {
    InputException e =
        catchThrowableOfType(InputException.class, () -> Recording.read(RecordingSpec.of(files)));
    assertThat(e).as("an error about " + Arrays.toString(files)).isNotNull();
    return e.getMessage().replace(directory + "/", "");
  }

  @Test
  void ofSamplesOutOfOrder() throws IOException {
    assertThat(error("a.om", "up{job=\"a\"} 1 120.0", "up{job=\"a\"} 0 60.0", "# EOF"))
        .isEqualTo(
            """
            a.om:2:15: error: up{job="a"} is not in chronological order: 1970-01-01T00:01:00Z comes after 1970-01-01T00:02:00Z
                2 | up{job="a"} 0 60.0
                  |               ^^^^""");
  }

  @Test
  void ofTwoSamplesAtTheSameTime() throws IOException {
    assertThat(error("a.csv", "time,up", "60,1", "60,1"))
        .isEqualTo(
            """
            a.csv:3:1: error: up has a sample at 1970-01-01T00:01:00Z already
                3 | 60,1
                  | ^^""");
  }

  @Test
  void ofFilesInTheWrongOrder() throws IOException {
    Path first = Files.writeString(directory.resolve("1.csv"), "time,up\n60,1\n");
    Path second = Files.writeString(directory.resolve("2.csv"), "time,up\n120,1\n");

    assertThat(error(second, first))
        .isEqualTo(
            """
            1.csv:2:1: error: up is not in chronological order: 1970-01-01T00:01:00Z comes after 1970-01-01T00:02:00Z, in 2.csv
                2 | 60,1
                  | ^^
              hint: name the files in the order of their times""");
  }

  @Test
  void ofALineWithoutATimestamp() throws IOException {
    assertThat(error("a.om", "# TYPE up gauge", "up 1"))
        .isEqualTo(
            """
            a.om:2:5: error: expected a timestamp after the value: every line of a recording has one
                2 | up 1
                  |     ^""");
  }

  @Test
  void ofAHistogramInADump() throws IOException {
    assertThat(error("a.om", "{__name__=\"h\"} {count:3,sum:2} 1772438400000"))
        .isEqualTo(
            """
            a.om:1:16: error: expected a number, found "{count:3,sum:2}"
                1 | {__name__="h"} {count:3,sum:2} 1772438400000
                  |                ^^^^^^^^^^^^^^^
              hint: leave native histograms out of the dump: --match""");
  }

  @Test
  void ofAnErrorInALabel() throws IOException {
    assertThat(error("a.om", "up{job=a} 1 60"))
        .isEqualTo(
            """
            a.om:1:8: error: expected a quoted label value, found "a"
                1 | up{job=a} 1 60
                  |        ^""");
  }

  @Test
  void ofAnExpressionsAnswer() throws IOException {
    assertThat(
            error(
                "a.json",
                "{\"data\":{\"resultType\":\"matrix\",\"result\":[",
                "{\"metric\":{\"job\":\"a\"},\"values\":[[60,\"1\"]]}]}}"))
        .isEqualTo(
            """
            a.json:2:11: error: the series has no metric name
                2 | {"metric":{"job":"a"},"values":[[60,"1"]]}]}}
                  |           ^
              hint: record the result of a selector such as {job="api"}, not of an expression""");
  }

  @Test
  void ofAnInstantQuerysAnswer() throws IOException {
    assertThat(error("a.json", "{\"data\":{\"resultType\":\"vector\",\"result\":[]}}"))
        .isEqualTo(
            """
            a.json:1:23: error: expected "matrix", as query_range answers, found "vector"
                1 | {"data":{"resultType":"vector","result":[]}}
                  |                       ^^^^^^^^""");
  }

  @Test
  void ofHistogramsInAnAnswer() throws IOException {
    assertThat(
            error(
                "a.json",
                "{\"data\":{\"result\":[",
                "{\"metric\":{\"__name__\":\"h\"},\"histograms\":[]}]}}"))
        .startsWith(
            "a.json:2:41: error: native histograms cannot be replayed from an answer, which does not contain their schema\n");
  }

  @Test
  void ofAServersError() throws IOException {
    assertThat(error("a.json", "{\"status\":\"error\",\"error\":\"query timed out\"}"))
        .startsWith("a.json:1:27: error: the server's answer is an error: query timed out\n");
  }

  @Test
  void ofTruncatedJson() throws IOException {
    assertThat(error("a.json", "{\"data\":{\"result\":["))
        .startsWith("a.json:2:1: error: Unexpected");
  }

  @Test
  void ofOneLongLine() throws IOException {
    String many = "[1,\"1\"],".repeat(100_000);
    StringBuilder values = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      values.append('[').append(i).append(",\"1\"],");
    }

    String message =
        error(
            "a.json",
            "{\"data\":{\"result\":[{\"metric\":{\"__name__\":\"up\"},\"values\":["
                + values
                + "[5,\"x\"]]}]}}"
                + many);

    assertThat(message.lines().map(String::length)).allMatch(length -> length < 200);
    assertThat(message).contains("error: expected a number, found \"x\"").contains("[5,\"x\"]]");
  }

  @Test
  void ofAMissingColumn() throws IOException {
    assertThat(error("a.csv", "Time,up", "60,1"))
        .isEqualTo(
            """
            a.csv:1:1: error: expected a column "time"
                1 | Time,up
                  | ^^^^
              hint: did you mean "Time"?""");
  }

  @Test
  void ofAMetricWithoutAName() throws IOException {
    assertThat(error("a.csv", "time,metric,value", "60,up,1"))
        .isEqualTo(
            """
            a.csv:1:13: error: there is no column "__name__" with the metric name
                1 | time,metric,value
                  |             ^^^^^
              hint: the columns are: time, metric, value""");
  }

  @Test
  void ofCells() throws IOException {
    assertThat(error("a.csv", "time,up", "60,yes"))
        .isEqualTo(
            """
            a.csv:2:4: error: expected a number, found "yes"
                2 | 60,yes
                  |    ^^^
              hint: a cell may also be empty, or "stale" where the series ends""");
    assertThat(error("a.csv", "time,up", "60,1,2"))
        .startsWith("a.csv:2:6: error: expected 2 cells, as in the header, found 3\n");
    assertThat(error("a.csv", "time,up", "8 o'clock,1"))
        .startsWith("a.csv:2:1: error: expected a time, found \"8 o'clock\"\n");
  }

  @Test
  void ofOtherFiles() throws IOException {
    assertThat(error("a.txt", "Dear all"))
        .isEqualTo(
            """
            a.txt:1:1: error: expected OpenMetrics, an answer of query_range, or CSV: the file starts like none of them
                1 | Dear all
                  | ^^^^^^^^
              hint: name the format with --format""");
    assertThat(error("b.om", "# EOF")).isEqualTo("b.om:1:1: error: the recording has no samples");
    assertThat(error(directory.resolve("c.om")))
        .isEqualTo("c.om:1:1: error: cannot read the file: it does not exist");
    Files.write(directory.resolve("d.om"), new byte[] {'u', 'p', (byte) 0xff});
    assertThat(error(directory.resolve("d.om")))
        .isEqualTo("d.om:1:1: error: cannot read the file: it is not UTF-8 text");
    Files.write(directory.resolve("e.om.gz"), new byte[] {0x1f, (byte) 0x8b, 0, 0});
    assertThat(error(directory.resolve("e.om.gz"))).startsWith("e.om.gz:1:1: error: cannot read");
  }

  @Test
  void ofMoreThanFitsIntoMemory() throws IOException {
    Path file = Files.writeString(directory.resolve("a.csv"), "time,up\n60,1\n120,1\n");
    Samples samples = new Samples(Instant.ofEpochMilli(Long.MAX_VALUE), 1);

    InputException e =
        catchThrowableOfType(
            InputException.class, () -> new CsvReader(new DataFile(file), samples).read());

    assertThat(e)
        .hasMessageContaining(
            "there are more than 1 samples, the maximum for the memory of this JVM")
        .hasMessageContaining("--to");
  }
}
