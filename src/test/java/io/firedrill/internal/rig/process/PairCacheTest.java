package io.firedrill.internal.rig.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairCacheTest {

  private static final VersionPrefix ANY = VersionPrefix.parse("");

  @TempDir private Path directory;

  private final List<String> progress = new CopyOnWriteArrayList<>();

  @Test
  void fetchesOnceAndDescribesThePair() {
    ServerPair first = cache("2.53.3+ds1", "0.28.1").get(ANY, ANY);
    ServerPair second = cache("9.9.9", "9.9.9").get(ANY, ANY);

    assertThat(second).isEqualTo(first);
    assertThat(first.prometheus().version()).isEqualTo("2.53.3+ds1");
    assertThat(first.prometheus().origin()).isEqualTo("a test");
    assertThat(first.prometheus().sha256()).matches("[0-9a-f]{64}");
    assertThat(first.alertmanager().executable()).hasFileName("prometheus-alertmanager");
    assertThat(first.promtool())
        .get()
        .isEqualTo(first.prometheus().executable().resolveSibling("promtool"));
    assertThat(progress).startsWith("fetching 2.53.3+ds1").hasSize(2);
  }

  @Test
  void doesNotUseARequestedOldPairAsTheDefault() {
    cache("2.42.0", "0.25.0").get(VersionPrefix.parse("2.42"), ANY);

    ServerPair any = cache("3.5.3", "0.33.1").get(ANY, ANY);

    assertThat(any.prometheus().version()).isEqualTo("3.5.3");
  }

  @Test
  void usesTheNewestMatchingPair() {
    cache("3.5.3", "0.33.1").get(VersionPrefix.parse("3.5.3"), ANY);
    cache("3.10.0", "0.34.0").get(VersionPrefix.parse("3.10"), ANY);

    assertThat(cache("1", "1").get(VersionPrefix.parse("3"), ANY).prometheus().version())
        .isEqualTo("3.10.0");
    assertThat(cache("1", "1").get(ANY, VersionPrefix.parse("0.33")).prometheus().version())
        .isEqualTo("3.5.3");
  }

  @Test
  void fetchesOnceForSeveralThreads() {
    PairCache cache = cache("3.5.3", "0.33.1");

    assertThat(IntStream.range(0, 8).parallel().mapToObj(i -> cache.get(ANY, ANY)).distinct())
        .hasSize(1);
    assertThat(progress).filteredOn("fetching 3.5.3"::equals).hasSize(1);
  }

  @Test
  void leavesNothingBehindIfFetchingFails() throws Exception {
    PairSource failing =
        (prometheus, alertmanager, work, told) -> {
          Files.writeString(work.resolve("half"), "half");
          throw new ServersNotFoundException("no network");
        };

    assertThatThrownBy(() -> new PairCache(directory, failing, progress::add).get(ANY, ANY))
        .hasMessage("no network");
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).extracting(p -> p.getFileName().toString()).containsExactly(".lock");
    }
  }

  private PairCache cache(String prometheus, String alertmanager) {
    return new PairCache(directory, FakeServers.source(prometheus, alertmanager), progress::add);
  }
}
