package io.firedrill.internal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Generator;
import io.firedrill.model.GeneratorKind;
import io.firedrill.model.Sample;
import io.firedrill.model.SampleValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputSeriesTest {

  @TempDir Path directory;

  private ScenarioFiles files;

  @BeforeEach
  void files() {
    files = new ScenarioFiles(directory);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      textBlock =
          """
          steady: 2                                        | 2 2 2 2 2 2
          steady: {value: 2, for: 3m}                      | 2 2 2 2
          ramp: {from: 4, to: 0, over: 4m}                 | 4 3 2 1 0
          drop: {from: 9, to: 0, at: 2m}                   | 9 9 0 0 0 0
          drop: {from: 9, to: 0, at: 1m, until: 3m, for: 4m} | 9 0 0 9 9
          gap: {for: 1m}                                   | _ _
          values_from: [{values: 1 2}, {steady: 7}]        | 1 2 7 7 7 7
          values_from: [{steady: {value: 1, for: 2m}}, {ramp: {from: 1, to: 3, over: 2m}}] | 1 1 1 2 3
          values_from: [{gap: {for: 2m}}, {steady: 1}]     | _ _ 1 1 1 1
          """)
  void generatorsFillTheTime(String source, String values) {
    Scenario test = files.test("run_for: 5m\ninput_series: [{series: up, " + source + "}]");

    assertThat(render(test.inputSeries().get(0).values())).isEqualTo(values);
  }

  @Test
  void noiseDiffersFromSeriesToSeriesButNotFromRunToRun() {
    String body =
        "run_for: 5m\n"
            + "input_series: [{series: a, noise: {around: 10, amplitude: 1}},"
            + " {series: b, noise: {around: 10, amplitude: 1}},"
            + " {series: c, noise: {around: 10, amplitude: 1, seed: 97}}]";
    Scenario test = files.test(body);

    assertThat(files.test(body).inputSeries())
        .extracting(InputSeries::values)
        .isEqualTo(test.inputSeries().stream().map(InputSeries::values).toList());
    assertThat(test.inputSeries().get(0).values())
        .hasSize(6)
        .isNotEqualTo(test.inputSeries().get(1).values());
    assertThat(test.inputSeries().get(2).values()).isEqualTo(test.inputSeries().get(0).values());
  }

  @Test
  void explainsErrorsInGenerators() {
    files.assertTestError(
        """
        input_series:
        - {series: a, values: 1, steady: 2}
        - {series: b, ramp: {form: 1, to: 0, over: 0}}
        - {series: c, drop: {from: 1, to: 0, at: 5m, until: 4m}}
        - {series: d, noise: {around: 1, amplitude: x, seed: 1.5}}
        - {series: e, steady: {value: 1, for: 90s}}
        - {series: f, values_from: [{steady: 1}, {ramp: {from: 0, to: 1, over: 10m}}]}
        - {series: g, values_from: [{}, {gap: {for: 1m}, values: 1}]}
        - {series: h, steady: {value: 1, for: 200y}}
        - {steady: 1}
        - {series: i, values_from: [{values: 1x999999}, {values: 1 2}]}
        """,
        """
        drill.yaml:3:28: error: "steady" cannot be combined with "values"
            3 |   - {series: a, values: 1, steady: 2}
              |                            ^^^^^^
          hint: values_from: [...] joins pieces

        drill.yaml:4:23: error: "from" is missing in "ramp"
            4 |   - {series: b, ramp: {form: 1, to: 0, over: 0}}
              |                       ^

        drill.yaml:4:24: error: unknown key "form" in "ramp"
            4 |   - {series: b, ramp: {form: 1, to: 0, over: 0}}
              |                        ^^^^
          hint: did you mean "from"?

        drill.yaml:4:40: error: "over" must be longer than zero
            4 |   - {series: b, ramp: {form: 1, to: 0, over: 0}}
              |                                        ^^^^

        drill.yaml:5:48: error: "until" is not after "at"
            5 |   - {series: c, drop: {from: 1, to: 0, at: 5m, until: 4m}}
              |                                                ^^^^^

        drill.yaml:6:47: error: expected a number, found "x"
            6 |   - {series: d, noise: {around: 1, amplitude: x, seed: 1.5}}
              |                                               ^

        drill.yaml:6:56: error: expected a whole number, found "1.5"
            6 |   - {series: d, noise: {around: 1, amplitude: x, seed: 1.5}}
              |                                                        ^^^

        drill.yaml:7:17: error: 1m30s is not a whole number of intervals of 1m
            7 |   - {series: e, steady: {value: 1, for: 90s}}
              |                 ^^^^^^

        drill.yaml:8:32: error: "for" is missing in "steady"
            8 |   - {series: f, values_from: [{steady: 1}, {ramp: {from: 0, to: 1, over: 10m}}]}
              |                                ^^^^^^
          hint: only the last item of values_from may leave it out

        drill.yaml:9:31: error: expected one of values, steady, ramp, drop, noise, gap in an item of values_from, found none
            9 |   - {series: g, values_from: [{}, {gap: {for: 1m}, values: 1}]}
              |                               ^

        drill.yaml:9:35: error: expected one of values, steady, ramp, drop, noise, gap in an item of values_from, found several
            9 |   - {series: g, values_from: [{}, {gap: {for: 1m}, values: 1}]}
              |                                   ^

        drill.yaml:11:5: error: "series" is missing in an item of input_series
           11 |   - {steady: 1}
              |     ^
        """);
  }

  @Test
  void everyGeneratorHasAKind() {
    assertThat(GeneratorKind.values())
        .extracting(GeneratorKind::key)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Generator.class.getPermittedSubclasses())
                .map(type -> type.getSimpleName().toLowerCase(Locale.ROOT))
                .toList());
  }

  @Test
  void anUnknownKindIsAnError() {
    files.assertTestError(
        """
        input_series:
        - {series: a, sine: {from: 1}}
        - {series: b, values_from: [{nois: {around: 1, amplitude: 1, for: 1m}}, {steady: 1}]}
        """,
        """
        drill.yaml:3:17: error: unknown key "sine" in an item of input_series
            3 |   - {series: a, sine: {from: 1}}
              |                 ^^^^
          hint: expected one of: series, values, steady, ramp, drop, noise, gap, values_from, csv, openmetrics, delay

        drill.yaml:4:31: error: expected one of values, steady, ramp, drop, noise, gap in an item of values_from, found none
            4 |   - {series: b, values_from: [{nois: {around: 1, amplitude: 1, for: 1m}}, {steady: 1}]}
              |                               ^

        drill.yaml:4:32: error: unknown key "nois" in an item of values_from
            4 |   - {series: b, values_from: [{nois: {around: 1, amplitude: 1, for: 1m}}, {steady: 1}]}
              |                                ^^^^
          hint: did you mean "noise"?
        """);
  }

  @Test
  void recordingsAreMovedToTheStart() {
    files.write("free.csv", "time,free\n1700000000,1\n1700000090,2\n");
    files.write("up.om", "up{job=\"a\"} 1 1700000000\nup{job=\"b\"} 0 1700000015\n# EOF\n");
    Scenario test =
        files.test(
            """
            start_timestamp: 0
            input_series:
            - {series: free, csv: {file: free.csv, column: free, time: time}}
            - {series: rows, csv: {file: free.csv}}
            - {openmetrics: {file: up.om}}
            - {series: 'up{job="b"}', openmetrics: {file: up.om}}
            """);

    assertThat(test.inputSeries())
        .extracting(s -> s.labels().toString())
        .containsExactly("free", "rows", "up{job=\"a\"}", "up{job=\"b\"}");
    assertThat(test.inputSeries().get(0).samples(Instant.EPOCH, test.interval()))
        .containsExactly(
            new Sample(Instant.EPOCH, SampleValue.of(1)),
            new Sample(Instant.EPOCH.plusSeconds(90), SampleValue.of(2)));
    assertThat(test.inputSeries().get(0).lastOffset(test.interval()))
        .isEqualTo(Duration.ofSeconds(90));
    assertThat(render(test.inputSeries().get(1).values())).isEqualTo("1 2");
    assertThat(test.inputSeries().get(3).timed().get(0).offset()).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void explainsErrorsInRecordings() {
    files.write("free.csv", "time,free\n0,x\n");
    files.write("up.om", "up 1\n");
    files.write("empty.om", "# EOF\n");
    files.assertTestError(
        """
        input_series:
        - {series: a, csv: {file: fre.csv}}
        - {series: b, csv: {file: free.csv}}
        - {series: 'b{c="d"}', openmetrics: {file: up.om}}
        - {series: d, csv: free.csv}
        - {openmetrics: {file: empty.om}}
        """,
        """
        drill.yaml:3:29: error: there is no file "fre.csv"
            3 |   - {series: a, csv: {file: fre.csv}}
              |                             ^^^^^^^
          hint: did you mean "free.csv"?

        drill.yaml:5:26: error: no series with b{c="d"} in "up.om"
            5 |   - {series: 'b{c="d"}', openmetrics: {file: up.om}}
              |                          ^^^^^^^^^^^

        drill.yaml:6:22: error: expected a mapping for "csv", found text
            6 |   - {series: d, csv: free.csv}
              |                      ^^^^^^^^

        drill.yaml:7:6: error: no series in "empty.om"
            7 |   - {openmetrics: {file: empty.om}}
              |      ^^^^^^^^^^^

        free.csv:2:3: error: expected a number, found "x"
            2 | 0,x
              |   ^
        """);
  }

  private static String render(List<Optional<SampleValue>> values) {
    return values.stream()
        .map(v -> v.map(n -> "" + (long) ((SampleValue.Number) n).value()).orElse("_"))
        .collect(Collectors.joining(" "));
  }

  @Test
  void aRecordingThatEndsEarlyIsAWarning() {
    files.write("free.csv", "time,free\n0,1\n60,2\n");

    InputSeries series =
        files
            .test(
                """
                input_series: [{series: a, csv: {file: free.csv, column: free, time: time}}]
                alert_rule_test: [{alertname: A, eval_time: 90s}]
                """)
            .inputSeries()
            .get(0);

    assertThat(series.ending().orElseThrow().message())
        .isEqualTo("the series ends at 1m, but the test has expectations at 1m30s");
  }

  @Test
  void theExamplesInTheDocumentationAreValid() throws IOException {
    String documentation =
        Files.readString(Path.of("src/main/java/io/firedrill/internal/scenario/package-info.java"));
    String example =
        documentation
            .substring(documentation.indexOf("{@code\n") + 7, documentation.indexOf("}</pre>"))
            .replace("\n * ", "\n")
            .substring(3);
    files.write("a.csv", "at,celsius\n0,1\n60,2\n");
    files.write("dump.om", "up 1\n");

    assertThat(files.test("run_for: 1h\ninput_series:\n" + example).inputSeries())
        .extracting(s -> s.labels().metricName())
        .containsExactly(
            "queue_length", "free_bytes", "replicas", "load", "jobs_total", "temperature", "up");
  }
}
