package io.firedrill.internal.verdict;

import static io.firedrill.internal.verdict.Given.element;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.prometheus.QueryResult;
import io.firedrill.internal.scenario.AlertExpectation;
import io.firedrill.internal.scenario.AlertStateExpectation;
import io.firedrill.internal.scenario.ExpectedAlert;
import io.firedrill.internal.scenario.ExpectedSample;
import io.firedrill.internal.scenario.PromqlExpectation;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import io.firedrill.model.SampleValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepeatedFailuresTest {

  private static final Labels UP = Labels.of("__name__", "up");

  @Test
  void aQueryThatDiffersAtManyTimesIsOneFailure() {
    List<Failure> failures = queries(8, 2);

    List<Failure> together = RepeatedFailures.together(failures);

    assertThat(together).hasSize(1);
    assertThat(together.get(0).alike()).isEqualTo(failures.subList(1, 8));
    assertThat(together.get(0).text())
        .isEqualTo(
            """
            drill.yaml:21:3: up at 1m: the sample differs
              expected at drill.yaml:51:5 (-), nearest sample (+):
                  labels  up
                - value   1
                + value   2
              the same at 2m (drill.yaml:22:3), at 3m (drill.yaml:23:3), at 4m (drill.yaml:24:3), \
            at 5m (drill.yaml:25:3), ... (2 more), at 8m (drill.yaml:28:3)
              timeline around 1m:
                no alert, no notification in the whole run"""
                .replace("            ", ""));
    assertThat(together.get(0).summary())
        .isEqualTo("up at 1m: the sample differs (and 7 more like it)");
  }

  @Test
  void anotherValueIsNotTheSame() {
    List<Failure> failures = new ArrayList<>(queries(1, 2));
    failures.addAll(queries(1, 3));

    assertThat(RepeatedFailures.together(failures))
        .singleElement()
        .satisfies(f -> assertThat(f.text()).contains("\n  also at 1m (drill.yaml:21:3)\n"));
  }

  @Test
  void anotherAlertIsAnotherFailure() {
    Given given = Given.run().alertsAt("5m").alertsAt("6m").alertsAt("7m");
    List<Failure> failures =
        Map.of("Ingestion", 5, "Latency", 6).entrySet().stream()
            .flatMap(
                e -> AlertsDiffer.check(alert(e.getKey(), e.getValue()), given.observed()).stream())
            .toList();

    assertThat(failures).hasSize(2);
    assertThat(RepeatedFailures.together(failures)).isEqualTo(failures);
    assertThat(
            RepeatedFailures.together(
                IntStream.of(5, 6, 7)
                    .mapToObj(m -> AlertsDiffer.check(alert("Latency", m), given.observed()))
                    .flatMap(Optional::stream)
                    .toList()))
        .singleElement()
        .satisfies(
            f ->
                assertThat(f.text())
                    .contains("\n  the same at 6m (drill.yaml:6:3), at 7m (drill.yaml:7:3)\n"));
  }

  @Test
  void aStateThatDiffersInManyWindowsIsOneFailure() {
    Given given =
        Given.run()
            .alert(Labels.of("alertname", "Ingestion", "pipeline", "lake"), "1m", "3m", "4m");
    List<Failure> failures =
        IntStream.rangeClosed(10, 19)
            .mapToObj(
                m ->
                    StateDiffersTest.expect(
                        "Ingestion", "lake", m + "m", (m + 1) + "m", AlertState.FIRING))
            .flatMap(
                (AlertStateExpectation e) -> AlertStateCheck.check(e, given.observed()).stream())
            .toList();

    assertThat(failures).hasSize(10);
    assertThat(RepeatedFailures.together(failures)).singleElement();
  }

  private static AlertExpectation alert(String name, int minute) {
    return new AlertExpectation(
        Duration.ofMinutes(minute),
        name,
        List.of(new ExpectedAlert(Labels.of("alertname", name), Map.of(), Given.at(1, 1))),
        Given.at(minute, 3));
  }

  private static List<Failure> queries(int count, double value) {
    List<Failure> failures = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      PromqlExpectation expectation =
          new PromqlExpectation(
              "up",
              Duration.ofMinutes(i),
              List.of(new ExpectedSample(UP, SampleValue.of(1), Given.at(50 + i, 5))),
              Given.at(20 + i, 3),
              Given.at(20 + i, 9));
      Observed observed =
          Given.run()
              .query(
                  expectation,
                  new QueryOutcome.Answer(new QueryResult.Vector(List.of(element(UP, value)))))
              .observed();
      PromqlCheck.check(expectation, SampleComparison.EXACT, observed).ifPresent(failures::add);
    }
    return failures;
  }
}
