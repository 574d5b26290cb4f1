package io.firedrill.internal.verdict;

import static io.firedrill.internal.verdict.Given.assertText;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.scenario.AlertStateExpectation;
import io.firedrill.internal.scenario.StateManner;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateDiffersTest {

  private static final Labels WAREHOUSE =
      Labels.of("alertname", "Ingestion", "pipeline", "warehouse");
  private static final Labels LAKE = Labels.of("alertname", "Ingestion", "pipeline", "lake");

  private final Given given =
      Given.run().alert(WAREHOUSE, "5m", "10m", "18m").alert(LAKE, "8m", "13m", "18m");

  @Test
  void aStateThatHoldsAllTheTimePasses() {
    assertThat(check("warehouse", "5m", "9m", AlertState.PENDING)).isEmpty();
    assertThat(check("warehouse", "10m", "17m30s", AlertState.FIRING)).isEmpty();
    assertThat(check("warehouse", "0", "4m", AlertState.INACTIVE)).isEmpty();
    assertThat(check("/.*/", "18m", "20m", AlertState.INACTIVE)).isEmpty();
  }

  @Test
  void anAlertThatDoesNotExistYetDoesNotSpoilTheOthers() {
    assertThat(check("/.*/", "5m", "9m", AlertState.PENDING)).isEmpty();
  }

  @Test
  void firingTooEarly() {
    assertText(
        check("/.*/", "8m", "12m", AlertState.PENDING),
        """
        drill.yaml:25:3: Ingestion{pipeline=/.*/} from 8m to 12m: expected pending at 5 evaluations, \
        another state at 3
          expected (-):
            - 8m to 12m  pending
          Ingestion{pipeline="lake"} (+):
              8m to 12m  pending
          Ingestion{pipeline="warehouse"} (+):
              8m to 9m  pending
            + 10m to 12m  firing
          timeline around 10m:
              5m   Ingestion{pipeline="warehouse"}  inactive -> pending
              8m   Ingestion{pipeline="lake"}  inactive -> pending
            > 10m  Ingestion{pipeline="warehouse"}  pending -> firing
              13m  Ingestion{pipeline="lake"}  pending -> firing
              18m  Ingestion{pipeline="lake"}  firing -> inactive
              18m  Ingestion{pipeline="warehouse"}  firing -> inactive
        """);
  }

  @Test
  void alertsWithTheSameStatesAreShownTogether() {
    Given many = Given.run();
    for (String pipeline : List.of("a", "b", "c", "d", "e", "f", "g")) {
      many.alert(Labels.of("alertname", "Ingestion", "pipeline", pipeline), "5m", "10m", "18m");
    }
    many.alert(LAKE, "5m", "11m", "18m");

    Optional<Failure> failure =
        AlertStateCheck.check(
            expect("Ingestion", "/.*/", "9m", "10m", AlertState.PENDING), many.observed());

    assertThat(failure.orElseThrow().text())
        .contains(
            """

              Ingestion{pipeline="a"}, Ingestion{pipeline="b"}, ... (4 more), Ingestion{pipeline="g"} (+):
                  9m  pending
                + 10m  firing
              Ingestion{pipeline="lake"} (+):
                  9m to 10m  pending
            """
                .replaceAll("(?m)^ {12}", ""));
  }

  @Test
  void goneTooEarly() {
    assertText(
        check("lake", "17m", "20m", AlertState.FIRING),
        """
        drill.yaml:25:3: Ingestion{pipeline="lake"} from 17m to 20m: expected firing at 4 \
        evaluations, another state at 3
          expected (-):
            - 17m to 20m  firing
          no such alert is active (+):
            + 18m to 20m  inactive
          Ingestion{pipeline="lake"} (+):
              17m  firing
          timeline around 18m:
              5m   Ingestion{pipeline="warehouse"}  inactive -> pending
              8m   Ingestion{pipeline="lake"}  inactive -> pending
              10m  Ingestion{pipeline="warehouse"}  pending -> firing
              13m  Ingestion{pipeline="lake"}  pending -> firing
            > 18m  Ingestion{pipeline="lake"}  firing -> inactive
            > 18m  Ingestion{pipeline="warehouse"}  firing -> inactive
        """);
  }

  @Test
  void neverThereWithTheseLabels() {
    Given one = Given.run().alert(WAREHOUSE, "5m", "10m", "18m");

    assertText(
        AlertStateCheck.check(
            expect("Ingestion", "lake", "10m", "10m", AlertState.FIRING), one.observed()),
        """
        drill.yaml:25:3: Ingestion{pipeline="lake"} at 10m: expected firing, found inactive
          expected (-):
            - 10m  firing
          no such alert is active (+):
            + 10m  inactive
          alerts of that name with other labels:
            Ingestion{pipeline="warehouse"}
          timeline around 10m:
              5m   Ingestion{pipeline="warehouse"}  inactive -> pending
            > 10m  Ingestion{pipeline="warehouse"}  pending -> firing
              18m  Ingestion{pipeline="warehouse"}  firing -> inactive
        """);
  }

  @Test
  void neverInAState() {
    assertThat(check("/.*/", "0", "9m", AlertState.FIRING, StateManner.NEVER)).isEmpty();
    assertThat(check("warehouse", "10m", "20m", AlertState.PENDING, StateManner.NEVER)).isEmpty();
    assertThat(check("/.*/", "5m", "17m", AlertState.INACTIVE, StateManner.NEVER)).isEmpty();

    assertText(
        check("/.*/", "8m", "12m", AlertState.FIRING, StateManner.NEVER),
        """
        drill.yaml:25:3: Ingestion{pipeline=/.*/} from 8m to 12m: expected not firing at 5 \
        evaluations, firing at 3
          expected (-):
            - 8m to 12m  not firing
          Ingestion{pipeline="lake"} (+):
              8m to 12m  pending
          Ingestion{pipeline="warehouse"} (+):
              8m to 9m  pending
            + 10m to 12m  firing
          timeline around 10m:
              5m   Ingestion{pipeline="warehouse"}  inactive -> pending
              8m   Ingestion{pipeline="lake"}  inactive -> pending
            > 10m  Ingestion{pipeline="warehouse"}  pending -> firing
              13m  Ingestion{pipeline="lake"}  pending -> firing
              18m  Ingestion{pipeline="lake"}  firing -> inactive
              18m  Ingestion{pipeline="warehouse"}  firing -> inactive
        """);
  }

  @Test
  void atLeastOnceInAState() {
    assertThat(check("/.*/", "0", "10m", AlertState.FIRING, StateManner.AT_LEAST_ONCE)).isEmpty();
    assertThat(check("/.*/", "9m", "12m", AlertState.PENDING, StateManner.AT_LEAST_ONCE)).isEmpty();
    assertThat(check("/.*/", "9m", "18m", AlertState.INACTIVE, StateManner.AT_LEAST_ONCE))
        .isEmpty();

    assertText(
        check("lake", "7m", "9m", AlertState.FIRING, StateManner.AT_LEAST_ONCE),
        """
        drill.yaml:25:3: Ingestion{pipeline="lake"} from 7m to 9m: expected firing at least once, \
        found pending
          expected (-):
            - 7m to 9m  firing at least once
          no such alert is active (+):
            + 7m  inactive
          Ingestion{pipeline="lake"} (+):
            + 8m to 9m  pending
          timeline around 7m:
              5m   Ingestion{pipeline="warehouse"}  inactive -> pending
              8m   Ingestion{pipeline="lake"}  inactive -> pending
              10m  Ingestion{pipeline="warehouse"}  pending -> firing
              13m  Ingestion{pipeline="lake"}  pending -> firing
              18m  Ingestion{pipeline="lake"}  firing -> inactive
              18m  Ingestion{pipeline="warehouse"}  firing -> inactive
        """);
  }

  private Optional<Failure> check(
      String pipeline, String from, String to, AlertState state, StateManner manner) {
    AlertStateExpectation always = expect("Ingestion", pipeline, from, to, state);
    return AlertStateCheck.check(
        new AlertStateExpectation(
            always.alertname(),
            always.labels(),
            always.from(),
            always.to(),
            state,
            manner,
            always.position()),
        given.observed());
  }

  private Optional<Failure> check(String pipeline, String from, String to, AlertState state) {
    return AlertStateCheck.check(expect("Ingestion", pipeline, from, to, state), given.observed());
  }

  static AlertStateExpectation expect(
      String name, String pipeline, String from, String to, AlertState state) {
    return new AlertStateExpectation(
        name,
        Given.matchers("pipeline", pipeline),
        Given.duration(from),
        Given.duration(to),
        state,
        StateManner.ALWAYS,
        Given.at(25, 3));
  }
}
