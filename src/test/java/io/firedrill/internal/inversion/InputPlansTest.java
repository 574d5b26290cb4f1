package io.firedrill.internal.inversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.inversion.Recordings.Recording;
import io.firedrill.internal.promql.Promql;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputPlansTest {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private static RulePlan plan(String expr, Recording... recordings) {
    Duration minute = Duration.ofMinutes(1);
    RuleInput input =
        new RuleInput(
            Promql.parse(expr),
            Duration.ofMinutes(5),
            Duration.ZERO,
            minute,
            minute,
            minute,
            START,
            Duration.ZERO,
            Set.of());
    return InputPlans.of(input, new Recordings(List.of(recordings)), 0);
  }

  /** The series, one a line. */
  private static String fires(String expr, Recording... recordings) {
    return text(plan(expr, recordings).fires().orElseThrow());
  }

  private static String text(InputPlan plan) {
    return plan.series().stream()
        .map(s -> s.labels() + " " + s.values())
        .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "x{a='b'} > 5|x{a=\"b\"} 2.5x4 6x14 2.5x14",
        "x{a='b'} >= 5|x{a=\"b\"} 2.5x4 5x14 2.5x14",
        "x{a='b'} == 0|x{a=\"b\"} 1x4 0x14 1x14",
        "x{a='b'} * 60 > 300|x{a=\"b\"} 2.5x4 5.25x14 2.5x14",
        "100 - x{a='b'} < 5|x{a=\"b\"} 90x4 96x14 90x14",
        "rate(x{a='b'}[5m]) > 1|x{a=\"b\"} 0x4 120+120x19 2400x19",
        "sum by (a) (x) > 5|x{a=\"a-1\"} 2.5x4 6x14 2.5x14",
        "absent(x{a='b'})|x{a=\"b\"} 1x4 _x15 1x14",
        "5 < x{a='b'} < 10|x{a=\"b\"} 20x4 8x14 20x14",
        "max_over_time(x{a='b'}[10m]) > 200|x{a=\"b\"} 100x4 210x24 100x24",
      })
  void inverts(String expr, String series) {
    assertThat(fires(expr)).as(expr).isEqualTo(series);
  }

  @Test
  void sharesLabelsOfJoins() {
    assertThat(fires("a{x=~'v.+'} > on (x, y) group_left (z) b{y='1'}"))
        .isEqualTo(
            """
            a{x="va", y="1"} 50x4 105x14 50x14
            b{x="va", y="1", z="z-1"} 100x34""");
  }

  @Test
  void solvesRatiosOfOneMetric() {
    assertThat(fires("sum(rate(r_total{code=~'5..'}[5m])) / sum(rate(r_total[5m])) > 0.05"))
        .contains("r_total{code=\"200\"}", "r_total{code=\"500\"}");
  }

  @Test
  void replicatesWhatIsCounted() {
    assertThat(plan("count(up{job='a'} == 0) > 2").fires().orElseThrow().series()).hasSize(3);
    assertThat(
            plan("count(up{job='a'} == 0) / count(up{job='a'}) > 0.5")
                .fires()
                .orElseThrow()
                .series())
        .hasSize(4);
  }

  @Test
  void goesThroughRecordingRules() {
    Recording recording =
        new Recording("a:b:c", Labels.of("team", "x"), Promql.parse("sum by (job) (x) / 2"));

    assertThat(fires("a:b:c{team='x', job='j'} > 5", recording))
        .isEqualTo("x{job=\"j\"} 5x4 12x14 5x14");
  }

  @Test
  void choosesTheDate() {
    InputPlan plan = plan("x{a='b'} == 1 and on () day_of_week() == 6").fires().orElseThrow();

    assertThat(plan.start())
        .isBetween(Instant.parse("2026-03-07T00:00:00Z"), Instant.parse("2026-03-07T23:59:00Z"));
  }

  @Test
  void hasANearMissForEachCondition() {
    List<String> conditions =
        plan("x{a='b'} > 5 and on () y{c='d'} < 3 unless on () z{e='f'} == 1").nearMisses().stream()
            .map(InputPlan::condition)
            .toList();

    assertThat(conditions)
        .containsExactly(
            "just short of x{a=\"b\"} > 5",
            "just short of y{c=\"d\"} < 3",
            "just short of z{e=\"f\"} == 1");
  }

  @Test
  void saysWhatStandsInTheWay() {
    assertThat(plan("count(x) == 0").conflicts())
        .contains("count() never returns a number for which the comparison holds");
    assertThat(plan("x{a='b', a='c'} > 1").problems()).isNotEmpty();
  }
}
