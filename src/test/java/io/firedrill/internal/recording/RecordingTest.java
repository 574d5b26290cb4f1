package io.firedrill.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Labels;
import io.firedrill.model.Sample;
import io.firedrill.model.SampleValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingTest {

  private static final String DUMP =
      """
      queue_length{queue="a"} 5 1772438400.000
      queue_length{queue="a"} NaN 1772438460.500
      up{} 1 1772438401.000
      # EOF
      """;

  private static final String ANSWER =
      """
      {"status":"success","data":{"resultType":"matrix","result":[
        {"metric":{"__name__":"up","job":"a"},"values":[[60,"1"],[120,"NaN"],[240,"+Inf"]]},
        {"metric":{"__name__":"up","job":"b"},"values":[[60.5,"0"]]}]}}
      """;

  @TempDir private Path directory;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private Recording read(String name, String text) throws IOException {
    return Recording.read(RecordingSpec.of(write(name, text)));
  }

  private static List<String> text(Recording recording) {
    List<String> lines = new ArrayList<>();
    for (RecordedSeries series : recording.series()) {
      series.samples().forEachRemaining(s -> lines.add(series.labels() + " " + text(s)));
    }
    return lines;
  }

  private static String text(Sample sample) {
    String value =
        sample.value() instanceof SampleValue.Number n ? String.valueOf(n.value()) : "stale";
    return sample.time().toEpochMilli() + " " + value;
  }

  @Test
  void readsADumpAndItsEndsOfSeries() throws IOException {
    Recording recording = read("dump.om", DUMP);

    assertThat(text(recording))
        .containsExactly(
            "queue_length{queue=\"a\"} 1772438400000 5.0",
            "queue_length{queue=\"a\"} 1772438460500 stale",
            "up 1772438401000 1.0");
    assertThat(recording.first()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
    assertThat(recording.last()).isEqualTo(Instant.parse("2026-03-02T08:01:00.500Z"));
    assertThat(recording.samples()).isEqualTo(3);
    assertThat(recording.metricNames()).containsExactly("queue_length", "up");
    assertThat(text(recording.without(Set.of("queue_length")))).hasSize(1);
  }

  @Test
  void readsNaNAsANumberOnRequest() throws IOException {
    RecordingSpec spec =
        new RecordingSpec(
            List.of(write("dump.om", DUMP)), Optional.empty(), Optional.empty(), NotANumber.NUMBER);

    assertThat(text(Recording.read(spec))).element(1).asString().endsWith("NaN");
  }

  @Test
  void readsMillisecondsIfTheTextIsNotOpenMetrics() throws IOException {
    assertThat(text(read("old.prom", "# TYPE up gauge\nup{job=\"a\"} 1 1772438400000\n")))
        .containsExactly("up{job=\"a\"} 1772438400000 1.0");
  }

  @Test
  void readsCompressedFiles() throws IOException {
    Path file = directory.resolve("dump.om.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(DUMP.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(Recording.read(RecordingSpec.of(file)).samples()).isEqualTo(3);
  }

  @Test
  void omitsSamplesAfterTheEnd() throws IOException {
    RecordingSpec spec =
        new RecordingSpec(
            List.of(write("dump.om", DUMP)),
            Optional.empty(),
            Optional.of(Instant.parse("2026-03-02T08:00:00Z")),
            NotANumber.STALE);

    assertThat(text(Recording.read(spec))).hasSize(1);
  }

  @Test
  void keepsScrapedSamplesOfAnAnswerWithoutAStep() throws IOException {
    assertThat(text(read("answer.json", ANSWER)))
        .containsExactly(
            "up{job=\"a\"} 60000 1.0",
            "up{job=\"a\"} 120000 NaN",
            "up{job=\"a\"} 240000 Infinity",
            "up{job=\"b\"} 60500 0.0");
  }

  @Test
  void endsASeriesAtAMissingStep() throws IOException {
    assertThat(text(read("answer.json", ANSWER.replace("60.5", "60"))))
        .containsExactly(
            "up{job=\"a\"} 60000 1.0",
            "up{job=\"a\"} 120000 NaN",
            "up{job=\"a\"} 180000 stale",
            "up{job=\"a\"} 240000 Infinity",
            "up{job=\"b\"} 60000 0.0",
            "up{job=\"b\"} 120000 stale");
  }

  @Test
  void passesOnWarningsOfTheServer() throws IOException {
    String warned = ANSWER.replace("\"status\"", "\"warnings\":[\"too many\"],\"status\"");

    assertThat(read("answer.json", warned).warnings())
        .singleElement()
        .satisfies(w -> assertThat(w.message()).isEqualTo("the server warned: too many"));
  }

  @Test
  void readsOneSamplePerRow() throws IOException {
    Recording recording =
        read(
            "long.csv",
            """
            time,__name__,job,value
            2026-03-02T08:00:00Z,up,a,1
            1772438400,up,,0
            2026-03-02T09:01:00+01:00,up,a,stale
            1772438520,up,a,
            """);

    assertThat(text(recording))
        .containsExactly(
            "up{job=\"a\"} 1772438400000 1.0",
            "up{job=\"a\"} 1772438460000 stale",
            "up 1772438400000 0.0");
  }

  @Test
  void readsOneSeriesPerColumn() throws IOException {
    Recording recording =
        read("wide.csv", "\"up{job=\"\"a\"\"}\",time,queue_length\n1,60,5\n,120,6.5\n");

    assertThat(text(recording))
        .containsExactly(
            "up{job=\"a\"} 60000 1.0", "queue_length 60000 5.0", "queue_length 120000 6.5");
  }

  @Test
  void joinsFiles() throws IOException {
    Path first = write("1.csv", "time,up\n60,1\n");
    Path second = write("2.csv", "time,up\n120,0\n");

    assertThat(text(Recording.read(RecordingSpec.of(first, second))))
        .containsExactly("up 60000 1.0", "up 120000 0.0");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"status\":\"success\"} | QUERY_RANGE",
        "{\"queue.length\", job=\"a\"} 1 2 | OPENMETRICS",
        "{__name__=\"up\"} 1 2 | OPENMETRICS",
        "# HELP up | OPENMETRICS",
        "up 1 2 | OPENMETRICS",
        "time,up | CSV",
        "\"up{job=\"\"a\"\"}\",time | CSV",
      })
  void tellsFormatsByTheirContent(String text, RecordingFormat format) throws IOException {
    assertThat(Content.format(new DataFile(write("data", text)))).isEqualTo(format);
  }

  @Test
  void distinguishesSimilarLabels() throws IOException {
    Recording recording = read("dump.om", "a{b=\"1\"} 1 1\na{b=\"1 2\"} 2 1\na 3 1\n# EOF\n");

    assertThat(recording.series().stream().map(RecordedSeries::labels))
        .containsExactly(
            Labels.of("__name__", "a", "b", "1"),
            Labels.of("__name__", "a", "b", "1 2"),
            Labels.of("__name__", "a"));
  }
}
