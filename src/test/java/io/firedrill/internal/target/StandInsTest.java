package io.firedrill.internal.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.relay.HttpRequest;
import io.firedrill.internal.target.Stay.Discovery;
import io.firedrill.model.Labels;
import io.firedrill.model.SampleValue;
import io.firedrill.model.TargetFault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandInsTest {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final TargetSource ONE = new TextSource("one 1\n");
  private static final TargetSource TWO = new TextSource("two 2\n");

  private final StandIns targets = new StandIns(START);

  @Test
  void anAddressEqualsThatWithTheDefaultPort() {
    stay("0m", Optional.empty(), Optional.of(ONE), Optional.empty());

    assertThat(scrape("a:80", 0).body()).asString().isEqualTo("one 1\n");
    assertThat(scrape("A", 0).status()).isEqualTo(200);
    assertThat(scrape("a:8080", 0).status()).isEqualTo(502);
  }

  @Test
  void targetsAtTheStartAlsoExistBefore() {
    stay("0m", Optional.empty(), Optional.of(ONE), Optional.empty());

    assertThat(scrape("a", -10).status()).isEqualTo(200);
  }

  @Test
  void theLastStayThatCoversATimeApplies() {
    stay("0m", Optional.empty(), Optional.of(ONE), Optional.empty());
    stay("10m", Optional.of("20m"), Optional.of(TWO), Optional.empty());

    assertThat(scrape("a", 9).body()).asString().isEqualTo("one 1\n");
    assertThat(scrape("a", 10).body()).asString().isEqualTo("two 2\n");
    assertThat(scrape("a", 20).body()).asString().isEqualTo("one 1\n");
  }

  @Test
  void aSeparateFaultKeepsTheContent() {
    stay("0m", Optional.empty(), Optional.of(ONE), Optional.empty());
    stay(
        "10m",
        Optional.empty(),
        Optional.empty(),
        Optional.of(new TargetFault.Slow(Duration.ofSeconds(3))));

    assertThat(scrape("a", 10).delay()).isEqualTo(Duration.ofSeconds(3));
    assertThat(scrape("a", 10).body()).asString().isEqualTo("one 1\n");
  }

  @Test
  void eachFaultHasItsEffect() {
    stay("0m", Optional.empty(), Optional.of(ONE), Optional.of(new TargetFault.Down()));
    stay("1m", Optional.empty(), Optional.of(ONE), Optional.of(new TargetFault.Status(500)));
    stay("2m", Optional.empty(), Optional.of(ONE), Optional.of(new TargetFault.Body("what {")));

    assertThat(scrape("a", 0).status()).isEqualTo(502);
    assertThat(scrape("a", 1).status()).isEqualTo(500);
    assertThat(scrape("a", 2).status()).isEqualTo(200);
    assertThat(scrape("a", 2).body()).asString().isEqualTo("what {");
  }

  @Test
  void actionsOnATargetOverrideItsStays() {
    stay("0m", Optional.empty(), Optional.of(ONE), Optional.empty());

    targets.fail("a", Optional.of(new TargetFault.Status(503)));
    assertThat(scrape("a", 5).status()).isEqualTo(503);
    targets.fail("a", Optional.empty());
    assertThat(scrape("a", 5).status()).isEqualTo(200);
  }

  @Test
  void anUnknownTargetCannotFail() {
    assertThatThrownBy(() -> targets.fail("b", Optional.empty()))
        .hasMessage("there is no target \"b\"");
  }

  @Test
  void serviceDiscoveryFindsCurrentTargetsOfItsJob() {
    discovered("10.0.0.1:9102", "0m", "5m", Labels.of("__meta_pod", "one"));
    discovered(
        "10.0.0.2:9102", "3m", "9m", Labels.of("__meta_pod", "two", "__address__", "10.0.0.2:80"));

    assertThat(discovery(0))
        .isEqualTo("[{\"targets\":[\"10.0.0.1:9102\"],\"labels\":{\"__meta_pod\":\"one\"}}]");
    assertThat(discovery(5))
        .isEqualTo("[{\"targets\":[\"10.0.0.2:80\"],\"labels\":{\"__meta_pod\":\"two\"}}]");
    assertThat(discovery(9)).isEqualTo("[]");
  }

  @Test
  void aRemovedTargetAnswersUntilPrometheusKnows() {
    discovered("10.0.0.1:9102", "0m", "5m", Labels.empty());

    assertThat(answer("10.0.0.1:9102", at("5m").plusSeconds(29)).status()).isEqualTo(200);
    assertThat(answer("10.0.0.1:9102", at("5m").plusSeconds(30)).status()).isEqualTo(502);
  }

  @Test
  void seriesHaveTheirLastValueAndGaps() {
    SeriesSource source = new SeriesSource();
    source.add(
        ExposedSeries.of(
            Labels.of("__name__", "m", "b", "say \"hi\"\n"),
            START,
            Duration.ofMinutes(1),
            List.of(
                Optional.of(SampleValue.of(1)),
                Optional.empty(),
                Optional.of(SampleValue.stale()),
                Optional.of(SampleValue.of(Double.POSITIVE_INFINITY)))));
    targets.at("a").add(Stay.forGood(START, source, Optional.empty()));

    assertThat(text(-1)).isEqualTo("m{b=\"say \\\"hi\\\"\\n\"} 1.0\n");
    assertThat(text(0)).isEqualTo("m{b=\"say \\\"hi\\\"\\n\"} 1.0\n");
    assertThat(text(1)).isEmpty();
    assertThat(text(2)).isEmpty();
    assertThat(text(99)).isEqualTo("m{b=\"say \\\"hi\\\"\\n\"} +Inf\n");
  }

  @Test
  void anExpositionThatEndsWithEofIsOpenMetrics() {
    assertThat(new TextSource("m 1\n").answer(ScrapeRequest.ofPath("/"), START).headers())
        .containsEntry("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    assertThat(new TextSource("m 1\n# EOF\n").answer(ScrapeRequest.ofPath("/"), START).headers())
        .containsEntry(
            "Content-Type", "application/openmetrics-text; version=1.0.0; charset=utf-8");
  }

  private String text(int minute) {
    return new String(scrape("a", minute).body(), StandardCharsets.UTF_8);
  }

  private ScrapeAnswer scrape(String address, int minute) {
    return answer(address, START.plus(Duration.ofMinutes(minute)));
  }

  private ScrapeAnswer answer(String address, Instant time) {
    HttpRequest request = new HttpRequest("GET", address, "/metrics", Map.of(), new byte[0]);
    return targets.answer(ScrapeRequest.read(request).orElseThrow(), time);
  }

  private String discovery(int minute) {
    ScrapeRequest request = ScrapeRequest.ofPath(StandIns.discoveryPath("all pods"));
    return new String(
        targets.answer(request, START.plus(Duration.ofMinutes(minute))).body(),
        StandardCharsets.UTF_8);
  }

  private void discovered(String address, String from, String to, Labels labels) {
    targets
        .at(address)
        .add(
            new Stay(
                at(from),
                at(to),
                RequestFilter.ALL,
                Optional.of(ONE),
                Optional.empty(),
                Optional.of(new Discovery("all pods", labels))));
  }

  private void stay(
      String from, Optional<String> to, Optional<TargetSource> source, Optional<TargetFault> how) {
    targets
        .at("a")
        .add(
            new Stay(
                at(from),
                to.map(StandInsTest::at).orElse(Instant.MAX),
                RequestFilter.ALL,
                source,
                how,
                Optional.empty()));
  }

  private static Instant at(String minutes) {
    return START.plus(Duration.parse("PT" + minutes));
  }
}
