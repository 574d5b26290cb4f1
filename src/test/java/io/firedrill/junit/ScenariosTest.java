package io.firedrill.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.source.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;

class ScenariosTest {

  private static final String RULES =
      """
      groups:
      - name: queues
        rules:
        - {alert: QueueFull, expr: queue_length > 100, for: 2m}
      """;

  private static final String SCENARIOS =
      """
      rule_files: [queue-rules.yml]
      tests:
      - name: a full queue fires
        input_series: [{series: queue_length, values: 200x10}]
        alert_rule_test: [{eval_time: 5m, alertname: QueueFull, exp_alerts: [{}]}]
      - name: a full queue is quiet
        input_series: [{series: queue_length, values: 200x10}]
        alert_rule_test: [{eval_time: 5m, alertname: QueueFull, exp_alerts: []}]
      """;

  /** The directory for the factory below, because a test class within a test gets no arguments. */
  private static Path directory;

  @TempDir private Path temporary;

  static class Factory {
    @TestFactory
    Stream<DynamicNode> scenarios() {
      return Firedrill.scenarios(directory.resolve("*.test.yml"));
    }
  }

  @BeforeEach
  void files() throws IOException {
    directory = temporary;
    write("queue-rules.yml", RULES);
    write("a.test.yml", SCENARIOS);
  }

  @Test
  void haveTestSources() {
    EngineExecutionResults results =
        Kit.keepingIn(temporary.resolve("kept")).runWithProperties(Factory.class);

    assertThat(Kit.passed(results)).containsExactly("a full queue fires");
    assertThat(sources(results))
        .extracting(
            source ->
                source.getFile().getName()
                    + source.getPosition().map(p -> ":" + p.getLine()).orElse(""))
        .containsExactly("a.test.yml", "a.test.yml:3", "a.test.yml:6");
  }

  @Test
  void areComparedWithSnapshotsAndUpdateThemOnRequest() throws IOException {
    write(
        "a.test.yml",
        """
        rule_files: [queue-rules.yml]
        tests:
        - name: a full queue
          input_series: [{series: queue_length, values: 200x10}]
          run_for: 5m
          expect: snapshot
        """);
    Kit kit = Kit.keepingIn(temporary.resolve("kept"));

    assertThat(Kit.failures(kit.runWithProperties(Factory.class)))
        .singleElement()
        .satisfies(f -> assertThat(f).hasMessageContaining("there is no snapshot of this test in"));
    System.setProperty("firedrill.snapshots", "update");
    try {
      assertThat(Kit.passed(kit.runWithProperties(Factory.class))).containsExactly("a full queue");
    } finally {
      System.clearProperty("firedrill.snapshots");
    }
    assertThat(directory.resolve("a.test.snapshot"))
        .content()
        .endsWith(
            """
            === a full queue
            0s  QueueFull  inactive -> pending
            2m  QueueFull  pending -> firing
            """);
    assertThat(Kit.passed(kit.runWithProperties(Factory.class))).containsExactly("a full queue");
  }

  @Test
  void reportEverythingWhenTheyFail() {
    EngineExecutionResults results =
        Kit.keepingIn(temporary.resolve("kept")).runWithProperties(Factory.class);

    Path file = directory.resolve("a.test.yml");
    assertThat(Kit.failures(results))
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure)
                    .isExactlyInstanceOf(AssertionError.class)
                    .hasMessage(
                        """
                        %s:8:21: QueueFull at 5m: expected no firing alert, found 1
                          firing, but not expected:
                            + labels.alertname  "QueueFull"
                          why:
                            QueueFull at 5m: queue_length > 100 (%s:4:30) is true: the value is 200 \
                        of queue_length; active since 0s, for: 2m
                          timeline around 5m:
                              0s  QueueFull  inactive -> pending
                              2m  QueueFull  pending -> firing

                        the timeline and the servers' logs are in %s"""
                            .formatted(file, file.resolveSibling("queue-rules.yml"), kept())));
    assertThat(kept().resolve("timeline.txt")).isNotEmptyFile();
    assertThat(kept().resolve("prometheus.log")).isNotEmptyFile();
  }

  @Test
  void ofAnInvalidFileAreOneFailingTest() throws IOException {
    write("b.test.yml", SCENARIOS.replace("rule_files", "rule_fils"));

    EngineExecutionResults results =
        Kit.keepingIn(temporary.resolve("kept")).runWithProperties(Factory.class);

    assertThat(Kit.failures(results))
        .filteredOn(InputException.class::isInstance)
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure)
                    .hasMessage(
                        """
                        %s:1:1: error: unknown key "rule_fils" in a scenario file
                            1 | rule_fils: [queue-rules.yml]
                              | ^^^^^^^^^
                          hint: did you mean "rule_files"?"""
                            .formatted(directory.resolve("b.test.yml"))));
  }

  @Test
  void anInvalidTestDoesNotPreventOthers() throws IOException {
    write("a.test.yml", SCENARIOS.replaceFirst("values: 200x10", "values: 200 many"));

    EngineExecutionResults results =
        Kit.keepingIn(temporary.resolve("kept")).runWithProperties(Factory.class);

    assertThat(Kit.failures(results))
        .filteredOn(InputException.class::isInstance)
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure)
                    .hasMessageContaining("a.test.yml:4:53: error: expected a number"));
    assertThat(sources(results))
        .flatExtracting(source -> source.getPosition().map(p -> p.getLine()).stream().toList())
        .containsExactly(3, 6);
  }

  @Test
  void mustExist() {
    assertThatThrownBy(() -> Firedrill.scenarios(directory.resolve("a.tst.yml")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            """
            %1$s/a.tst.yml:1:1: error: there are no such files
              hint: did you mean "%1$s/a.test.yml"?"""
                .formatted(directory));
  }

  private Path kept() {
    String plain = directory.toString().substring(1).replace('/', '-');
    return temporary.resolve("kept/" + plain + "-a.test-line-6");
  }

  private static List<FileSource> sources(EngineExecutionResults results) {
    return results
        .allEvents()
        .started()
        .map(Event::getTestDescriptor)
        .map(TestDescriptor::getSource)
        .flatMap(source -> source.stream())
        .filter(FileSource.class::isInstance)
        .map(FileSource.class::cast)
        .toList();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }
}
