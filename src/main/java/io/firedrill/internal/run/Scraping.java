package io.firedrill.internal.run;

import io.firedrill.internal.clock.Patience;
import io.firedrill.internal.clock.Program.Slack;
import io.firedrill.internal.clock.VirtualClock;
import io.firedrill.internal.prometheus.LabelHash;
import io.firedrill.internal.prometheus.PrometheusApi;
import io.firedrill.internal.prometheus.ScrapeConfig;
import io.firedrill.internal.prometheus.ScrapeSections;
import io.firedrill.internal.relay.HttpAnswer;
import io.firedrill.internal.relay.HttpRequest;
import io.firedrill.internal.relay.HttpResponse;
import io.firedrill.internal.relay.Relay;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.Server;
import io.firedrill.internal.target.ScrapeRequest;
import io.firedrill.internal.target.StandIns;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The scraping of one run: its targets, the proxy to them, and the clock's motion between scrapes.
 */
final class Scraping implements AutoCloseable {

  /** Prometheus's clock is ahead by one millisecond, and rules must not be evaluated early. */
  static final Duration BEFORE_EVALUATION = Duration.ofMillis(2);

  /** Its discovery manager and scrape manager tick every 5 s, one after the other. */
  private static final Duration DISCOVERY = Duration.ofSeconds(20);

  private static final Duration TICK = Duration.ofSeconds(5);

  private static final HttpAnswer NOT_A_SCRAPE = new HttpAnswer.Now(HttpResponse.of(405));

  private final ScrapeSpec spec;
  private final VirtualClock clock;
  private final Relay relay;
  private final Patience patience;
  private StandIns targets;
  private int port;
  private volatile Optional<RestlessScraping> restless = Optional.empty();

  private final Instant epoch;

  private Scraping(
      ScrapeSpec spec, Instant epoch, VirtualClock clock, Relay relay, Patience patience) {
    this.patience = patience;
    this.spec = spec;
    this.epoch = epoch;
    this.clock = clock;
    this.relay = relay;
  }

  /**
   * The time before the start in which Prometheus already scrapes, so that each target was scraped
   * by then. Before 1970, Go's remainders are negative, and first scrapes are late by an interval
   * or two.
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

  /** The scraping of a run; empty if it has none. */
  static Optional<Scraping> of(RunSpec run, Rig rig, Relay relay) {
    return run.scraping()
        .map(s -> new Scraping(s, PrometheusSetup.epoch(run), rig.clock(), relay, rig.patience()));
  }

  /** Sets the version of Prometheus, whose discovery managers wake continually from 3.12 on. */
  void expect(String version, Function<Server, Labels> externalLabels, LabelHash hash) {
    restless =
        RestlessScraping.isRestless(version)
            ? Optional.of(
                new RestlessScraping(
                    clock, externalLabels, hash, !config().discoveringJobs().isEmpty(), epoch))
            : Optional.empty();
  }

  /**
   * The time at which Prometheus loads its scrape configuration. It is chosen so that the discovery
   * manager, which ticks from the server's start on, has the first targets and each refresh at its
   * next tick.
   */
  static Instant loading(RunSpec spec) {
    return PrometheusSetup.epoch(spec).plus(TICK).minus(RestlessScraping.SETTLES);
  }

  /** A server reads its configuration for the first time since its start. */
  void loading(Server server) {
    restless.ifPresent(r -> r.loading(server));
  }

  /** Servers have just reloaded their configuration. */
  void reloaded() {
    restless.ifPresent(r -> r.attend(clock.now()));
  }

  /** Opens the targets and the proxy to them. */
  void start() {
    targets = spec.targets().open(patience);
    port = clock.openRelay();
    relay.serveHttp(port, this::answer);
  }

  /** Answers as the proxy between Prometheus and its targets. */
  private HttpAnswer answer(HttpRequest request) {
    Instant time = clock.now();
    return ScrapeRequest.read(request)
        .map(
            scrape -> {
              HttpAnswer answer = targets.answer(scrape, time).to(time);
              restless.ifPresent(r -> r.seen(scrape, time, answer));
              return answer;
            })
        .orElse(NOT_A_SCRAPE);
  }

  ScrapeConfig config() {
    return spec.config();
  }

  /** The targets. */
  StandIns targets() {
    return targets;
  }

  /** The output of exporters, by address. */
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
  void runUpTo(Instant target, Collection<PrometheusNode> nodes) {
    Instant before = target.minus(BEFORE_EVALUATION);
    if (!before.isAfter(clock.now())) {
      return;
    }
    if (restless.isPresent()) {
      restless.get().runUpTo(before, nodes);
    } else {
      nodes.forEach(node -> clock.setSlack(node.server().program(), Slack.NONE));
      clock.advanceTo(before);
    }
    nodes.forEach(node -> clock.setSlack(node.server().program(), Slack.UP_TO_TARGET));
  }

  @Override
  public void close() {
    if (targets != null) {
      targets.close();
    }
  }
}
