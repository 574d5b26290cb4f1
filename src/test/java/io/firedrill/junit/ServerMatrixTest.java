package io.firedrill.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.drill.Drill;
import io.firedrill.internal.live.SelectedAlerts;
import io.firedrill.internal.rig.process.TestPairs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;

class ServerMatrixTest {

  private static final List<String> SEEN = new ArrayList<>();

  @TempDir private Path output;

  @FiredrillTest(rules = "classpath:io/firedrill/junit/queue.yml")
  @ServerMatrix(
      prometheus = {"2.53.3", "3.5.3"},
      alertmanager = {"0.28", "0.33"})
  static class OnTwo {

    @Test
    void hasThem(Drill drill) {
      drill.series("queue_length", "200x5").runFor(Duration.ofMinutes(5));
      assertThat(SelectedAlerts.of(drill.alerts("QueueFull")).histories()).hasSize(1);
      SEEN.add("test: " + versions(drill));
    }

    @Nested
    class Inner {
      @BeforeAll
      static void before(Drill drill) {
        SEEN.add("nested class: " + versions(drill));
      }

      @Test
      void hasThemToo() {}
    }
  }

  private static String versions(Drill drill) {
    return drill.servers().replaceAll("(\\+ds[0-9]*)? \\([^)]*\\)", "");
  }

  @BeforeEach
  void bothPairs() {
    SEEN.clear();
    TestPairs.pair("2.53.3");
    TestPairs.pair("3.5.3");
  }

  @Test
  void runsEverythingOnEachPair() {
    EngineExecutionResults results = Kit.keepingIn(output).run(OnTwo.class);

    assertThat(Kit.failures(results)).isEmpty();
    assertThat(SEEN)
        .containsExactly(
            "test: Prometheus 2.53.3, Alertmanager 0.28.1",
            "nested class: Prometheus 2.53.3, Alertmanager 0.28.1",
            "test: Prometheus 3.5.3, Alertmanager 0.33.1",
            "nested class: Prometheus 3.5.3, Alertmanager 0.33.1");
    assertThat(results.containerEvents().succeeded().map(Event::getTestDescriptor))
        .extracting(TestDescriptor::getDisplayName)
        .contains("Prometheus 2.53.3, Alertmanager 0.28", "Prometheus 3.5.3, Alertmanager 0.33");
  }
}
