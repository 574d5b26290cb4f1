package io.firedrill.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.drill.Drill;
import io.firedrill.drill.DrillCondition;
import io.firedrill.internal.live.SelectedAlerts;
import io.firedrill.model.Generator;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** The drill that a method gets, in any kind of class. */
class LifecycleTest {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final String QUEUE = "queue_length{queue=\"orders\"}";

  @TempDir private Path output;

  @FiredrillTest(rules = "classpath:io/firedrill/junit/queue.yml")
  static class Outer {

    @Test
    void startsAtZero(Drill drill) {
      assertThat(drill.start()).isEqualTo(Instant.EPOCH);
    }

    @Nested
    class Inner {
      @Test
      void hasTheSame(Drill drill) {
        assertThat(drill.start()).isEqualTo(Instant.EPOCH);
        drill.series(QUEUE, "200x10").runFor(Duration.ofMinutes(2));
        assertThat(SelectedAlerts.of(drill.alerts("QueueFull")).histories()).hasSize(1);
      }
    }

    @Nested
    @FiredrillTest(start = "2026-03-02T09:00:00+01:00", evaluationInterval = "30s")
    class Later {
      @Test
      void overridesSomeOfIt(Drill drill) {
        assertThat(drill.start()).isEqualTo(START);
        drill.series(QUEUE, Generator.steady(200)).step().step();
        assertThat(drill.now()).isEqualTo(START.plusSeconds(30));
        assertThat(SelectedAlerts.of(drill.alerts("QueueFull")).histories()).hasSize(1);
      }
    }
  }

  @FiredrillTest(rules = "classpath:io/firedrill/junit/queue.yml")
  @TestInstance(Lifecycle.PER_CLASS)
  static class OneForAll {

    private Drill drill;

    @BeforeAll
    void run(Drill ofClass) {
      drill = ofClass.series(QUEUE, Generator.steady(200)).runFor(Duration.ofMinutes(5));
    }

    @Test
    void hasRun() {
      assertThat(drill.now()).isEqualTo(Instant.EPOCH.plusSeconds(300));
    }

    @Test
    void isGivenToTestsToo(Drill same) {
      assertThat(same).isSameAs(drill);
    }
  }

  @FiredrillTest(rules = "classpath:io/firedrill/junit/queue.yml", start = "2026-03-02T08:00:00Z")
  static class Explored {

    @ParameterizedTest
    @CsvSource({"100, 0", "101, 1", "1e9, 1"})
    void beyondTheThreshold(double length, int alerts, Drill drill) {
      drill.series(QUEUE, Generator.steady(length)).runFor(Duration.ofMinutes(2));
      assertThat(SelectedAlerts.of(drill.alerts("QueueFull")).histories()).hasSize(alerts);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29T00:30:00Z, 00:32", "1999-12-31T23:59:00Z, 00:01"})
    void atAnyTime(Instant start, LocalTime fires, Drill drill) {
      drill.startAt(start).series(QUEUE, Generator.steady(200));
      drill.runUntil(DrillCondition.firing("QueueFull"), Duration.ofMinutes(5));
      assertThat(drill.now().toString()).contains("T" + fires);
    }

    @RepeatedTest(2)
    void afresh(Drill drill) {
      assertThat(drill.now()).isEqualTo(START);
      drill.step().step();
    }
  }

  static class Built {

    @RegisterExtension
    static final FiredrillExtension DRILLS =
        FiredrillExtension.builder()
            .rules("rules/ingestion.y*", "classpath:io/firedrill/junit/queue.yml")
            .start(START)
            .evaluationInterval(Duration.ofSeconds(20))
            .externalLabels("cluster", "north")
            .build();

    @BeforeAll
    static void ofTheClass(Drill drill) {
      drill.series(QUEUE, Generator.steady(200)).runFor(Duration.ofMinutes(2));
    }

    @Nested
    class Inner {
      @Test
      void hasIt(Drill drill) {
        assertThat(drill.now()).isEqualTo(START.plusSeconds(120));
        assertThat(SelectedAlerts.of(drill.alerts("QueueFull")).histories()).hasSize(1);
      }
    }
  }

  static class BuiltEachTime {

    @RegisterExtension
    final FiredrillExtension drills =
        FiredrillExtension.builder()
            .rules("classpath:io/firedrill/junit/queue.yml")
            .start(START)
            .build();

    @Test
    void hasIt(Drill drill) {
      assertThat(drill.start()).isEqualTo(START);
    }
  }

  @Retention(RetentionPolicy.RUNTIME)
  @FiredrillTest(rules = "classpath:io/firedrill/junit/queue.yml", start = "2026-03-02T08:00:00Z")
  @interface QueueTest {}

  @QueueTest
  static class Composed {
    @Test
    void hasIt(Drill drill) {
      assertThat(drill.start()).isEqualTo(START);
    }
  }

  static class Inherited extends Composed {}

  @Test
  void nestedClassesInheritTheDrillUnlessTheyDeclareOne() {
    assertThat(passed(Outer.class)).hasSize(3);
  }

  @Test
  void aClassHasOneDrill() {
    assertThat(passed(OneForAll.class)).hasSize(2);
  }

  @Test
  void aParameterizedTestHasADrillForEachInvocation() {
    assertThat(passed(Explored.class)).hasSize(7);
  }

  @Test
  void canBeBuiltInCode() {
    assertThat(passed(Built.class, BuiltEachTime.class)).hasSize(2);
  }

  @Test
  void canBeDeclaredByAnotherAnnotationOrASuperclass() {
    assertThat(passed(Composed.class, Inherited.class)).hasSize(2);
  }

  private List<String> passed(Class<?>... classes) {
    EngineExecutionResults results = Kit.keepingIn(output).run(classes);
    assertThat(Kit.failures(results)).isEmpty();
    return Kit.passed(results);
  }
}
