package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.target.ScrapeRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScrapeBeatsTest {

  private static final String URL = "http://a:80/metrics?x=1";
  private static final Duration INTERVAL = Duration.ofSeconds(15);
  private static final Instant MINUTE = Instant.parse("2026-03-03T15:00:00Z");

  private final ScrapeBeats beats = new ScrapeBeats();

  @Test
  void happenOncePerInterval() {
    beats.add(URL, INTERVAL, Optional.of(Duration.ofMillis(4_195)));

    assertThat(beats.after(MINUTE)).hasValue(MINUTE.plusMillis(4_195));
    assertThat(beats.after(MINUTE.plusMillis(4_195))).hasValue(MINUTE.plusMillis(19_195));
    assertThat(beats.after(Instant.EPOCH.minusSeconds(1)))
        .hasValue(Instant.EPOCH.plusMillis(4_195));
  }

  @Test
  void areKnownAfterAScrape() {
    beats.add(URL, INTERVAL, Optional.empty());
    assertThat(beats.after(MINUTE)).isEmpty();

    assertThat(beats.areAllSeen()).isFalse();
    beats.seen(new ScrapeRequest("a", "/metrics?x=1", Map.of()), MINUTE.plusMillis(7_001));
    beats.seen(new ScrapeRequest("b", "/metrics?x=1", Map.of()), MINUTE.plusMillis(8_001));

    assertThat(beats.after(MINUTE.plusSeconds(15))).hasValue(MINUTE.plusMillis(22_001));
    assertThat(beats.areAllSeen()).isTrue();
    beats.add("http://b:1/metrics", INTERVAL, Optional.empty());
    assertThat(beats.areAllSeen()).isFalse();
  }

  @Test
  void endWithTheirTarget() {
    beats.add(URL, INTERVAL, Optional.of(Duration.ZERO));
    beats.add("http://b:1/metrics", INTERVAL, Optional.of(Duration.ofSeconds(5)));

    beats.retain(Set.of("http://b:1/metrics"));

    assertThat(beats.after(MINUTE)).hasValue(MINUTE.plusSeconds(5));
  }

  @Test
  void includeSingleEvents() {
    beats.add(URL, INTERVAL, Optional.of(Duration.ofSeconds(10)));
    beats.once(MINUTE.plusSeconds(5));

    assertThat(beats.after(MINUTE)).hasValue(MINUTE.plusSeconds(5));
    assertThat(beats.after(MINUTE.plusSeconds(5))).hasValue(MINUTE.plusSeconds(10));
  }
}
