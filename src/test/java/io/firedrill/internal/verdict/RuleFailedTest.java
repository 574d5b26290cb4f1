package io.firedrill.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleStatus;
import io.firedrill.internal.scenario.AlertExpectation;
import io.firedrill.internal.scenario.ExpectedAlert;
import io.firedrill.internal.scenario.FileOptions;
import io.firedrill.internal.scenario.Replicas;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.scenario.ServerFiles;
import io.firedrill.internal.settings.ServerFlags;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.model.Labels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleFailedTest {

  private static final Position PLACE = new Position(Path.of("rules.yml"), 4, 5);
  private static final String JOIN =
      "rules.yml:4:5: job:ratio at 7m: the evaluation failed: many-to-many matching not allowed";

  private final Given given =
      Given.run()
          .failed("7m", rule("job:ratio"), "many-to-many matching not allowed")
          .failed("12m", rule("job:sum"), "exceeded limit of 2 with 3 series")
          .alertsAt("6m")
          .alertsAt("7m");

  // Both expect an alert, of which there is none.
  private final Scenario scenario =
      StrictCheckTest.scenario(List.of(expect("6m"), expect("7m")), List.of(), List.of());

  @Test
  void aFailedRuleEndsTheTestAsInPromtool() {
    assertThat(texts(List.of())).hasSize(2).contains(JOIN).first().asString().contains(" at 6m");
  }

  @Test
  void aFileWithOwnKeysIsJudgedAsAWhole() {
    assertThat(texts(List.of("own"))).hasSize(4).contains(JOIN);
  }

  private List<String> texts(List<String> options) {
    ScenarioFile file =
        new ScenarioFile(
            Path.of("drill.yaml"),
            new ServerFiles(
                List.of(), Optional.empty(), Optional.empty(), Replicas.NONE, ServerFlags.NONE),
            new FileOptions(
                Duration.ofMinutes(1), List.of(), false, false, options.contains("own")),
            List.of(scenario),
            List.of(),
            List.of(),
            Trust.FULL);
    return Verdict.failures(file, scenario, given.observed()).stream().map(Failure::text).toList();
  }

  private static AlertExpectation expect(String time) {
    return new AlertExpectation(
        Given.duration(time),
        "Ingestion",
        List.of(new ExpectedAlert(Labels.empty(), Map.of(), Given.at(9, 5))),
        Given.at(9, 3));
  }

  private static Rule rule(String name) {
    return new Rule(
        RuleStatus.Kind.RECORDING,
        name,
        "a / b",
        PLACE,
        YamlScalar.plain("a / b"),
        new YamlMapping(PLACE, List.of()));
  }
}
