package io.firedrill.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.firedrill.drill.Drill;
import io.firedrill.internal.coverage.TestCoverage;
import io.firedrill.internal.live.RigDrill;
import io.firedrill.internal.result.ResultJson;
import io.firedrill.internal.result.SuiteResult;
import io.firedrill.internal.result.TestResult;
import io.firedrill.internal.rig.process.TestPairs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Coverage at the end of a JVM's tests, in a launcher's session as Maven and Gradle open one. */
class CoverageGateTest {

  private static final String RULES =
      """
      groups:
      - name: queues
        rules:
        - {alert: QueueFull, expr: queue_length > 100, for: 2m}
      """;

  private static final String SCENARIO =
      """
      rule_files: [queue.yml]
      tests:
      - name: an empty queue is quiet
        input_series: [{series: queue_length, values: 0x10}]
        alert_rule_test: [{eval_time: 5m, alertname: QueueFull, exp_alerts: []}]
      """;

  /** The directory for the tests below, because a test class within a test gets no arguments. */
  private static Path files;

  @TempDir private Path directory;

  static class Drilling {
    @RegisterExtension
    final FiredrillExtension firedrill =
        FiredrillExtension.builder().rules(files.resolve("queue.yml").toString()).build();

    @Test
    void fillsUp(Drill drill) {
      drill.series("queue_length", "200x5").runFor(Duration.ofMinutes(5));
    }

    @Test
    void fillsUpAndDrains(Drill drill) {
      drill.series("queue_length", "200x5 0x10").runFor(Duration.ofMinutes(10));
    }

    @Test
    void isNotUsed(Drill drill) {
      assertThat(RigDrill.of(drill).hasBegun()).isFalse();
    }
  }

  static class Scenarios {
    @TestFactory
    Stream<DynamicNode> scenarios() {
      return Firedrill.scenarios(files.resolve("scenario.test.yml"));
    }
  }

  @BeforeEach
  void files() throws IOException {
    TestPairs.newest(); // Skips the test with the reason if there are no servers.
    files = directory;
    Files.writeString(directory.resolve("queue.yml"), RULES);
    Files.writeString(directory.resolve("scenario.test.yml"), SCENARIO);
    Files.writeString(directory.resolve("none.yml"), "exemptions: []\n");
  }

  @Test
  void failsTheSessionBelowTheMinimum() {
    LauncherSession session = run("100", Drilling.class);

    assertThatThrownBy(session::close)
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            coverage is 75.0 %%, less than 100 %%:
              %s:4  alerting rule QueueFull: never quiet with samples
            the record is %s"""
                .formatted(directory.resolve("queue.yml"), record()));
  }

  @Test
  void mergesDrillsAndScenarios() {
    LauncherSession session = run("100", Drilling.class, Scenarios.class);

    assertThatNoException().isThrownBy(session::close);
    SuiteResult recorded = ResultJson.read(record());
    assertThat(recorded.tests().map(TestResult::name))
        .containsExactlyInAnyOrder("fillsUp", "fillsUpAndDrains", "an empty queue is quiet");
    assertThat(recorded.coverage())
        .extracting(TestCoverage::test)
        .containsExactlyInAnyOrder(
            Drilling.class.getName() + "  fillsUp",
            Drilling.class.getName() + "  fillsUpAndDrains",
            directory.resolve("scenario.test.yml") + ":3  an empty queue is quiet");
  }

  @Test
  void refusesAnInvalidMinimum() {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    run("most", summary, Drilling.class).close();

    assertThat(summary.getSummary().getFailures())
        .hasSize(3)
        .allSatisfy(
            failure ->
                assertThat(failure.getException())
                    .hasMessageContaining(
                        "firedrill.coverage.minimum: expected a percentage from 0 to 100, as in"
                            + " 100 or rules=100,routes=90: \"most\""));
  }

  private LauncherSession run(String minimum, Class<?>... classes) {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherSession session = run(minimum, summary, classes);
    assertThat(summary.getSummary().getFailures()).isEmpty();
    return session;
  }

  /** Scenarios as tests read only system properties. */
  private LauncherSession run(
      String minimum, SummaryGeneratingListener summary, Class<?>... classes) {
    Map<String, String> settings = new HashMap<>();
    settings.put(Setting.BACKEND.key(), "local");
    settings.put(Setting.PROMETHEUS.key(), TestPairs.VERSIONS[TestPairs.VERSIONS.length - 1]);
    settings.put(Setting.COVERAGE_DIRECTORY.key(), directory.resolve("coverage").toString());
    settings.put(Setting.COVERAGE_MINIMUM.key(), minimum);
    settings.put(Setting.COVERAGE_EXEMPTIONS.key(), directory.resolve("none.yml").toString());
    LauncherSession session = LauncherFactory.openSession();
    settings.forEach(System::setProperty);
    try {
      LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
      List.of(classes).forEach(type -> request.selectors(selectClass(type)));
      session.getLauncher().execute(request.build(), summary);
      return session;
    } finally {
      settings.keySet().forEach(System::clearProperty);
    }
  }

  /** The only file. */
  private Path record() {
    try (Stream<Path> records = Files.list(directory.resolve("coverage"))) {
      List<Path> all = records.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
