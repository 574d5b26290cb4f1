package io.firedrill.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.compat.Outcome.Judged;
import io.firedrill.compat.Outcome.Refused;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.series.SeriesNotation;
import io.firedrill.internal.series.SeriesSyntaxException;
import io.firedrill.model.SampleValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Generated series, read by Firedrill and by promtool: both refuse the same series, and read the
 * same values.
 */
class NotationTest {

  static final String[] VERSIONS = TestPairs.VERSIONS;

  private static final int COUNT = 400;
  private static final int VALUES = 7;

  private static final List<String> PIECES =
      List.of(
          "1",
          "-2",
          "+3",
          ".5",
          "1e2",
          "Inf",
          "-inf",
          "nan",
          "stale",
          "_",
          "1",
          "stale",
          "_",
          "x3",
          "x0",
          "x2",
          "x1500000",
          "+1x2",
          "-1x2",
          "+0.1x5",
          "+Infx1",
          "+1",
          "-",
          "x",
          "stalex2",
          "x2.5",
          "1.5.5",
          "a",
          "}}",
          "x-1",
          ",",
          "+nanx1",
          "++1x1",
          "0x3",
          "_x2");

  private static final List<String> NAMES =
      List.of(
          "on",
          "ignoring",
          "group_left",
          "group_right",
          "bool",
          "atan2",
          "inf",
          "nan",
          "and",
          "or",
          "unless",
          "by",
          "without",
          "offset",
          "start",
          "end",
          "sum",
          "quantile",
          "count_values",
          "stale",
          "infinity",
          "x",
          "_",
          "load",
          "up",
          "ons",
          "on:x",
          ":",
          "1a",
          "a-b",
          "a.b",
          "on1");

  @TempDir private Path directory;

  @ParameterizedTest(name = "promtool {0}")
  @FieldSource("VERSIONS")
  void isReadAsPromtoolReadsIt(String version) throws IOException {
    Random random = new Random(20260302);
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      Path file = directory.resolve(i + ".yml");
      files.add(Files.writeString(file, i % 4 == 0 ? named(random) : valued(random)));
    }
    Path promtool = TestPairs.pair(version).promtool().orElseThrow();

    Map<Path, Outcome> outcomes = new PromtoolRun(promtool, directory).outcomes(files);

    List<String> differences = new ArrayList<>();
    int refused = 0;
    for (Path file : files) {
      String text = Files.readString(file);
      Outcome outcome = outcomes.get(file);
      boolean expected = text.startsWith("# refused");
      refused += expected ? 1 : 0;
      boolean same = expected ? outcome instanceof Refused : outcome.equals(new Judged(List.of()));
      if (!same) {
        differences.add(outcome + "\n" + text);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(refused).isBetween(COUNT / 5, COUNT * 4 / 5);
  }

  private static String named(Random random) {
    String name = pick(random, NAMES);
    name = random.nextInt(3) == 0 ? name.toUpperCase() : name;
    String series = name + pick(random, List.of("", "{}", "{a=\"b\"}", "{on=\"b\",}"));
    boolean read = true;
    try {
      SeriesNotation.selector(series);
    } catch (SeriesSyntaxException e) {
      read = false;
    }
    return file(
        read, series, "1x9", "- {eval_time: 1m, expr: vector(1), exp_samples: [{value: 1}]}");
  }

  private static String valued(Random random) {
    StringBuilder values = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      values.append(pick(random, PIECES)).append(random.nextInt(3) == 0 ? "" : " ");
    }
    List<Optional<SampleValue>> read;
    try {
      read = SeriesNotation.values(values.toString(), VALUES).first();
    } catch (SeriesSyntaxException e) {
      return file(false, "m", values.toString(), "- {eval_time: 1m, expr: vector(1)}");
    }
    StringBuilder tests = new StringBuilder();
    for (int i = 0; i < read.size(); i++) {
      tests.append("  - {eval_time: %dm, %s}\n".formatted(i, expected(read.get(i))));
    }
    return file(true, "m", values.toString(), tests.toString().strip());
  }

  /** The sample at exactly this time. */
  private static String expected(Optional<SampleValue> value) {
    boolean nan = value.filter(v -> v.equals(SampleValue.of(Double.NaN))).isPresent();
    String now = "(timestamp(m) == time())";
    if (nan) {
      return "expr: 'count((m != m) and " + now + ")', exp_samples: [{labels: '{}', value: 1}]";
    }
    String samples =
        value.filter(SampleValue.Number.class::isInstance).isEmpty()
            ? ""
            : "{labels: m, value: " + number((SampleValue.Number) value.get()) + "}";
    return "expr: 'm and " + now + "', exp_samples: [" + samples + "]";
  }

  private static String number(SampleValue.Number number) {
    double value = number.value();
    return Double.isInfinite(value) ? value > 0 ? ".inf" : "-.inf" : Double.toString(value);
  }

  private static String file(boolean read, String series, String values, String tests) {
    return """
        # %s
        tests:
        - interval: 1m
          input_series: [{series: '%s', values: '%s'}]
          promql_expr_test:
          %s
        """
        .formatted(read ? "read" : "refused", series, values, tests);
  }

  private static String pick(Random random, List<String> all) {
    return all.get(random.nextInt(all.size()));
  }
}
