package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AutomaticJobsTest {

  @Test
  void oneRunsOnEachProcessor() {
    assertThat(AutomaticJobs.of(4, "MemTotal:  9 kB\nMemAvailable:   16000000 kB\n")).isEqualTo(4);
  }

  @Test
  void fewerRunIfTheMemoryIsShort() {
    assertThat(AutomaticJobs.of(8, "MemAvailable:    1600000 kB\n")).isEqualTo(3);
    assertThat(AutomaticJobs.of(8, "MemAvailable:     100000 kB\n")).isEqualTo(1);
  }

  @Test
  void memoryThatIsNotKnownIsNoLimit() {
    assertThat(AutomaticJobs.of(2, "")).isEqualTo(2);
  }
}
