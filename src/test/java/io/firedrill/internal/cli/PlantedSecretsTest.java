package io.firedrill.internal.cli;

import static io.firedrill.internal.cli.PlantedSecrets.ALERTMANAGER;
import static io.firedrill.internal.cli.PlantedSecrets.PROMETHEUS;
import static io.firedrill.internal.cli.PlantedSecrets.broken;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.cli.Cli.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests and checks show none of the {@link PlantedSecrets}. */
class PlantedSecretsTest {

  private static final String TEST =
      """
      rule_files: [rules.yml]
      %s
      strict: false
      tests:
      - name: fails
        run_for: 2m
        alert_state_test: [{alertname: QueueFull, state: firing}]
      """;

  @TempDir private Path directory;

  @Test
  void noSecretsOfInvalidAlertmanagerConfigurationsAreShown() throws IOException {
    for (String text : broken(ALERTMANAGER)) {
      Cli cli = scenario("alertmanager_config: routes.yml").write("routes.yml", text);
      showsNone(text, cli.test("DIR/t.yml", "--json", "DIR/o.json", "--junit-xml", "DIR/o.xml"));
      showsNone(text, cli.run("check", "--no-servers", directory + "/routes.yml"));
    }
  }

  @Test
  void noSecretsOfInvalidPrometheusConfigurationsAreShown() throws IOException {
    for (String text : broken(PROMETHEUS)) {
      Cli cli = scenario("prometheus_config: p.yml").write("p.yml", text);
      showsNone(text, cli.test("DIR/t.yml", "--json", "DIR/o.json", "--junit-xml", "DIR/o.xml"));
      showsNone(text, cli.run("check", "--no-servers", directory + "/p.yml"));
    }
  }

  @Test
  void noSecretsOfValidConfigurationsAreShown() throws IOException {
    List<Integer> statuses = new ArrayList<>();
    for (UnaryOperator<String> change : PlantedSecrets.CHANGES) {
      Cli cli =
          scenario("alertmanager_config: routes.yml\nprometheus_config: p.yml")
              .write("routes.yml", change.apply(ALERTMANAGER))
              .write("p.yml", change.apply(PROMETHEUS));
      Run run =
          cli.test(
              "DIR/t.yml",
              "--json",
              "DIR/o.json",
              "--junit-xml",
              "DIR/o.xml",
              "--report",
              "DIR/report",
              "--markdown",
              "DIR/o.md",
              "--logs",
              "DIR/logs");
      showsNone(change.apply(ALERTMANAGER), run);
      statuses.add(run.status());
      showsNone("as scenarios", cli.test("DIR/routes.yml", "DIR/p.yml"));
      showsNone("routes", cli.run("routes", directory + "/routes.yml"));
      showsNone("check", cli.run("check", directory + "/routes.yml"));
    }
    assertThat(statuses).as("the first configurations are valid").containsExactly(1, 2, 2, 2, 2);
  }

  private Cli scenario(String keys) {
    return Cli.in(directory).write("rules.yml", Cli.RULES).write("t.yml", TEST.formatted(keys));
  }

  private void showsNone(String text, Run run) throws IOException {
    PlantedSecrets.showsNone(directory, text, run);
  }
}
