package io.firedrill.internal.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Labels;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The scrape times of a Prometheus 3.14.0 with the external labels {region="eu"}. */
class ScrapePhaseTest {

  private static final ScrapePhase PHASE =
      ScrapePhase.of(LabelHash.LENGTH_PREFIXED, "localhost", Labels.of("region", "eu"));

  @Test
  void dependsOnLabelsAndUrl() {
    assertThat(phase("http://a:1/metrics", "15s", target("a:1", "static", "15s")))
        .isBetween(Duration.ofMillis(4_194), Duration.ofMillis(4_195));
    assertThat(phase("http://b:2/metrics", "15s", target("b:2", "static", "15s")))
        .isBetween(Duration.ofMillis(7_495), Duration.ofMillis(7_496));
  }

  @Test
  void includesParametersAndLongLabels() {
    Labels labels =
        target("c:3", "seven", "7s")
            .with("__param_module", "x")
            .with("long", "0123456789".repeat(30));

    assertThat(phase("http://c:3/metrics?module=x", "7s", labels))
        .isBetween(Duration.ofMillis(3_936), Duration.ofMillis(3_937));
  }

  @Test
  void includesTemporaryLabelsButNoMetaLabels() {
    Labels labels =
        target("m-1:9100", "file", "1m")
            .with("__tmp_x", "y")
            .with("__meta_filepath", "m.json")
            .with("rack", "7");

    assertThat(phase("http://m-1:9100/metrics", "60s", labels))
        .isBetween(Duration.ofMillis(50_647), Duration.ofMillis(50_648));
  }

  @Test
  void dependsOnTheHostAndExternalLabels() {
    ScrapeLoop loop =
        new ScrapeLoop("static", "http://a:1/metrics", Labels.empty(), Duration.ofSeconds(15));
    Labels labels = target("a:1", "static", "15s");
    Labels external = Labels.of("region", "eu");

    assertThat(PHASE.of(loop, labels))
        .isNotEqualTo(ScrapePhase.of(LabelHash.LENGTH_PREFIXED, "other", external).of(loop, labels))
        .isNotEqualTo(
            ScrapePhase.of(LabelHash.LENGTH_PREFIXED, "localhost", external.with("a", "\"\n"))
                .of(loop, labels))
        .isNotEqualTo(ScrapePhase.of(LabelHash.SEPARATED, "localhost", external).of(loop, labels));
  }

  private static Duration phase(String url, String interval, Labels labels) {
    Duration every = Duration.parse("PT" + interval.toUpperCase(Locale.ROOT));
    return PHASE.of(new ScrapeLoop("", url, Labels.empty(), every), labels);
  }

  private static Labels target(String address, String job, String interval) {
    return Labels.of(
        "__address__", address,
        "__always_scrape_classic_histograms__", "false",
        "__convert_classic_histograms_to_nhcb__", "false",
        "__metrics_path__", "/metrics",
        "__scheme__", "http",
        "__scrape_interval__", interval,
        "__scrape_native_histograms__", "false",
        "__scrape_timeout__", "5s",
        "job", job);
  }
}
