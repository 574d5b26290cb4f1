package io.firedrill.internal.run;

import io.firedrill.internal.clock.Patience;
import io.firedrill.internal.clock.Program.Slack;
import io.firedrill.internal.clock.VirtualClock;
import io.firedrill.internal.prometheus.PrometheusApi;
import io.firedrill.internal.prometheus.ScrapeConfig;
import io.firedrill.internal.prometheus.ScrapeSections;
import io.firedrill.internal.relay.HttpAnswer;
import io.firedrill.internal.relay.HttpRequest;
import io.firedrill.internal.relay.HttpResponse;
import io.firedrill.internal.relay.Relay;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.ServerPrograms;
import io.firedrill.internal.target.ScrapeRequest;
import io.firedrill.internal.target.StandIns;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The scraping of one run: its targets, the proxy to them, and the time that scrapes take. */
final class Scraping implements AutoCloseable {

  /** Prometheus's clock is ahead by one, and rules must not be evaluated early. */
  static final Duration BEFORE_EVALUATION = Duration.ofMillis(2);

  /** Its managers of discovery and of scrapes tick every 5 s, one after the other. */
  private static final Duration DISCOVERY = Duration.ofSeconds(20);

  private static final HttpAnswer NOT_A_SCRAPE = new HttpAnswer.Now(HttpResponse.of(405));

  private final ScrapeSpec spec;
  private final ScrapeSteps steps;
  private final VirtualClock clock;
  private final Relay relay;
  private final Patience patience;
  private StandIns targets;
  private int port;
  private boolean restless;

  private Scraping(
      ScrapeSpec spec, ScrapeSteps steps, VirtualClock clock, Relay relay, Patience patience) {
    this.patience = patience;
    this.spec = spec;
    this.steps = steps;
    this.clock = clock;
    this.relay = relay;
  }

  /**
   * How long Prometheus scrapes before the start, so that each target was scraped by then. Before
   * 1970, Go's remainders are negative, and first scrapes late by an interval or two.
   */
  static Duration warmUp(RunSpec spec) {
    return spec.scraping()
        .map(
            scraping -> {
              Duration interval = scraping.config().longestInterval();
              Duration once = interval.plus(DISCOVERY);
              Duration since1970 = Duration.between(Instant.EPOCH, spec.start());
              return since1970.compareTo(once.multipliedBy(2)) < 0
                  ? once.plus(interval).plus(interval)
                  : once;
            })
        .orElse(Duration.ZERO);
  }

  /** The scraping of a run, where it has any. */
  static Optional<Scraping> of(RunSpec run, Rig rig, Relay relay) {
    return run.scraping()
        .map(s -> new Scraping(s, ScrapeSteps.of(run, s), rig.clock(), relay, rig.patience()));
  }

  /** Which Prometheus scrapes: from 3.12 on, its timers run in steps. */
  void expect(String version) {
    restless = ScrapeSteps.isRestless(version);
  }

  /** When Prometheus gets its scrape configuration: at a step, not after some instant. */
  Instant loadingNotAfter(Instant latest) {
    return steps.lastUpTo(latest);
  }

  /** Opens the targets and the way to them. */
  void start() {
    targets = spec.targets().open(patience);
    port = clock.openRelay();
    relay.serveHttp(port, this::answer);
  }

  /** As the proxy through which Prometheus reaches its targets. */
  private HttpAnswer answer(HttpRequest request) {
    Instant time = clock.now();
    return ScrapeRequest.read(request)
        .map(scrape -> targets.answer(scrape, time).to(time))
        .orElse(NOT_A_SCRAPE);
  }

  ScrapeConfig config() {
    return spec.config();
  }

  /** What answers. */
  StandIns targets() {
    return targets;
  }

  /** What exporters printed, by address. */
  Map<String, String> outputs() {
    return targets == null ? Map.of() : targets.outputs();
  }

  /** The user's part of the configuration for a Prometheus of this version. */
  ScrapeSections sections(String version) {
    return spec.config().redirectedTo(port, StandIns::discoveryPath, version);
  }

  /** Checks that Prometheus scrapes what the test declares. */
  void check(PrometheusApi prometheus) {
    spec.targets().check(prometheus.targets(), targets);
  }

  /**
   * Moves the time to just before an instant, with all of Prometheus's timers running on the way.
   * The other timers are those of rules, which run on request.
   */
  void runUpTo(Instant target, Collection<String> programs) {
    Instant before = target.minus(BEFORE_EVALUATION);
    if (!before.isAfter(clock.now())) {
      return;
    }
    programs.forEach(this::runTimers);
    clock.advanceTo(before);
    programs.forEach(program -> clock.setSlack(program, Slack.UP_TO_TARGET));
  }

  private void runTimers(String program) {
    if (restless) {
      // What is due at a step is due at its very beginning.
      clock.setLead(program, ServerPrograms.PROMETHEUS_LEAD);
      clock.setSteps(program, steps.step(), steps.one());
    } else {
      clock.setSlack(program, Slack.NONE);
    }
  }

  @Override
  public void close() {
    if (targets != null) {
      targets.close();
    }
  }
}
