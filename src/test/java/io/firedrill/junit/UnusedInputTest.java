package io.firedrill.junit;

import static io.firedrill.assertions.DrillAssertions.assertThat;
import static io.firedrill.assertions.DrillAssertions.duration;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.drill.Drill;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that pass because nothing was looked at, fail. */
class UnusedInputTest {

  private static final String RULES = "classpath:io/firedrill/junit/pool.yml";
  private static final String ROUTES = "classpath:io/firedrill/junit/pool-routes.yml";

  @TempDir private Path output;

  @FiredrillTest(rules = RULES, alertmanagerConfig = ROUTES)
  static class Misspelt {

    @Test
    void green(Drill drill) {
      drill.series("pool_degress", "25x10").runFor(duration("5m"));
      assertThat(drill.alerts("PoolCold")).neverFires();
      assertThat(drill.receiver("lifeguard")).receivedNothing();
    }
  }

  @FiredrillTest(rules = RULES, alertmanagerConfig = ROUTES)
  static class Meant {

    @Test
    void green(Drill drill) {
      drill
          .unreadSeries("pool_degress")
          .withoutSamples("PoolCold", "lifeguard")
          .series("pool_degress", "25x10")
          .runFor(duration("5m"));
      assertThat(drill.alerts("PoolCold")).isInactive();
      assertThat(drill.receiver("lifeguard")).receivedNothing();
    }

    @Test
    void fedLater(Drill drill) {
      drill.step();
      assertThat(drill.alerts("PoolCold")).isInactive();
      drill.series("pool_degrees", "5x10").runFor(duration("5m"));
      assertThat(drill.alerts("PoolCold")).isFiring();
    }

    @Test
    void readByAQuery(Drill drill) {
      drill.series("pool_degress", "25x10").series("pool_degrees", "25x10");
      drill.runFor(duration("5m"));
      assertThat(drill.alerts("PoolCold")).isInactive();
      assertThat(drill.query("pool_degress")).hasValue(25);
    }
  }

  @Test
  void failsWhatNothingWasLookedAtFor() {
    List<Throwable> failures = Kit.failures(Kit.keepingIn(output).run(Misspelt.class));

    assertThat(failures).hasSize(1);
    assertThat(failures.get(0).getMessage().replaceAll("\\(\\S*/", "("))
        .isEqualTo(
            """
            the drill had problems that no assertion checked:
              no rule and no query reads pool_degress; the nearest metric that is read is \
            pool_degrees (pool.yml:4:29); unreadSeries("pool_degress") says that this is meant
              PoolCold cannot fire in this drill: pool_degrees (pool.yml:4:29) has no samples; the \
            nearest metric that has is pool_degress; withoutSamples("PoolCold") says that this is \
            meant
              no alert can fire in this drill, and so none notifies lifeguard: pool_degrees \
            (pool.yml:4:29) has no samples; the nearest metric that has is pool_degress; \
            pool_swimmers (pool.yml:5:29) has no samples; withoutSamples("lifeguard") says that \
            this is meant""");
  }

  @Test
  void passesWhatIsMeant() {
    assertThat(Kit.failures(Kit.keepingIn(output).run(Meant.class))).isEmpty();
  }
}
