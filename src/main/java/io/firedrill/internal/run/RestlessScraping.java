package io.firedrill.internal.run;

import io.firedrill.internal.clock.VirtualClock;
import io.firedrill.internal.prometheus.LabelHash;
import io.firedrill.internal.prometheus.PrometheusException;
import io.firedrill.internal.prometheus.ScrapeLoop;
import io.firedrill.internal.prometheus.ScrapePhase;
import io.firedrill.internal.relay.HttpAnswer;
import io.firedrill.internal.rig.Server;
import io.firedrill.internal.rig.ServerPrograms;
import io.firedrill.internal.target.ScrapeRequest;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Moves the time of a Prometheus whose discovery managers wake every 50 to 150 ms at random, as
 * they do from 3.12 on ({@code sender} in {@code discovery/manager.go}). The clock stops only at
 * relevant instants (scrapes, discovery, timeouts) and at regular steps, at which all other timers
 * run, including a target's first scrape if its instant was not predicted.
 */
final class RestlessScraping {

  /** Managers tick every two steps. */
  static final Duration STEP = Duration.ofMillis(2500);

  /** The step after each target has been scraped, when no first scrape depends on steps. */
  private static final Duration LONG_STEP = STEP.multipliedBy(4);

  /** The time until the managers know of a change, apart from their own ticks. */
  static final Duration SETTLES = Duration.ofMillis(250);

  private static final Duration LEAD = ServerPrograms.PROMETHEUS_LEAD;
  private static final Duration BEFORE = Duration.ofMillis(1);
  private static final Duration REFRESH = Duration.ofSeconds(15);
  private static final int TICKS = 4;
  private static final String TIMEOUT = "x-prometheus-scrape-timeout-seconds";
  private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");

  private final VirtualClock clock;
  private final Function<Server, Labels> externalLabels;
  private final LabelHash hash;
  private final boolean discovers;
  private final ScrapeBeats beats = new ScrapeBeats();
  private final Map<Server, Instant> loaded = new HashMap<>();
  private final Map<Server, ScrapePhase> phases = new HashMap<>();
  private final Map<ScrapeLoop, Optional<Labels>> relabelled = new HashMap<>();
  private final DiscoveredTargets discovered = new DiscoveredTargets(REFRESH.plus(SETTLES));
  private final TreeSet<Instant> lists = new TreeSet<>();
  private final Instant step;

  /**
   * @param externalLabels the external labels of each server
   * @param discovers whether targets appear and disappear
   * @param step the instant of any step
   */
  RestlessScraping(
      VirtualClock clock,
      Function<Server, Labels> externalLabels,
      LabelHash hash,
      boolean discovers,
      Instant step) {
    this.step = step;
    this.clock = clock;
    this.externalLabels = externalLabels;
    this.hash = hash;
    this.discovers = discovers;
  }

  /** Whether the discovery managers of a version wake continually. */
  static boolean isRestless(String version) {
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.lookingAt()) {
      return false;
    }
    int major = Integer.parseInt(matcher.group(1));
    return major > 3 || (major == 3 && Integer.parseInt(matcher.group(2)) >= 12);
  }

  /** A server reads its configuration for the first time since its start. */
  void loading(Server server) {
    loaded.put(server, clock.now());
    attend(clock.now());
  }

  /** Discovery has found changes and reports them now or at one of the next ticks. */
  void attend(Instant now) {
    lists.add(now.plus(SETTLES));
    for (int tick = 1; tick <= TICKS; tick++) {
      Instant at = now.plus(STEP.multipliedBy(2L * tick));
      lists.add(at);
      lists.add(at.plus(SETTLES));
    }
  }

  /** A scrape or a request of service discovery has arrived. */
  void seen(ScrapeRequest request, Instant time, HttpAnswer answer) {
    if (request.address().isEmpty()) {
      discovered.answered(request.path(), answer, time);
    } else {
      beats.seen(request, time.plus(LEAD));
    }
    if (!(answer instanceof HttpAnswer.Now)) {
      Optional.ofNullable(request.headers().get(TIMEOUT))
          .flatMap(RestlessScraping::timeout)
          .ifPresent(timeout -> beats.once(time.plus(LEAD).plus(timeout)));
    }
  }

  private static Optional<Duration> timeout(String seconds) {
    try {
      return Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(seconds) * 1000)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Moves the time to an instant, and runs everything that is due on the way. */
  void runUpTo(Instant end, Collection<PrometheusNode> nodes) {
    // Timers at a stop run at its beginning.
    nodes.forEach(node -> clock.setLead(node.server().program(), LEAD));
    runTimers(nodes);
    for (Instant stop = next(nodes); stop.isBefore(end); stop = next(nodes)) {
      clock.advanceTo(stop);
      if (mayHaveChanged(stop, nodes)) {
        list(nodes);
        runTimers(nodes);
      }
    }
    clock.advanceTo(end);
  }

  private void runTimers(Collection<PrometheusNode> nodes) {
    Duration length = beats.areAllSeen() ? LONG_STEP : STEP;
    nodes.forEach(node -> clock.setSteps(node.server().program(), length, step));
  }

  private Instant next(Collection<PrometheusNode> nodes) {
    Instant now = clock.now();
    Instant next = beats.after(now.plus(LEAD)).map(time -> time.minus(LEAD)).orElse(Instant.MAX);
    Instant list = lists.isEmpty() ? Instant.MAX : lists.first();
    if (list.isAfter(now) && list.isBefore(next)) {
      next = list;
    }
    for (PrometheusNode node : nodes) {
      Instant refresh = discovers ? refreshAfter(now, node.server()) : Instant.MAX;
      next = refresh.isBefore(next) ? refresh : next;
    }
    return next;
  }

  /**
   * The next request of service discovery, or the instant at which the managers know its result. If
   * the clock stopped just before that, the managers would wake much later.
   */
  private Instant refreshAfter(Instant now, Server server) {
    Instant first = loaded.getOrDefault(server, now);
    long past = Math.floorMod(Duration.between(first, now).toNanos(), REFRESH.toNanos());
    Instant refresh = now.minusNanos(past);
    return Stream.of(refresh.plus(SETTLES), refresh.plus(REFRESH).minus(BEFORE))
        .filter(instant -> instant.isAfter(now))
        .findFirst()
        .orElse(refresh.plus(REFRESH));
  }

  /** Whether the targets may have changed since the stop. */
  private boolean mayHaveChanged(Instant stop, Collection<PrometheusNode> nodes) {
    boolean due = !lists.headSet(stop, true).isEmpty();
    lists.headSet(stop, true).clear();
    return due
        || discovered.mayHaveChanged(stop)
            && nodes.stream().anyMatch(node -> settles(stop, node.server()));
  }

  private boolean settles(Instant stop, Server server) {
    long since = Duration.between(loaded.getOrDefault(server, stop), stop).toNanos();
    return Math.floorMod(since, REFRESH.toNanos()) <= SETTLES.toNanos();
  }

  /** Predicts the scrapes of the current targets. */
  private void list(Collection<PrometheusNode> nodes) {
    Set<String> urls = new HashSet<>();
    for (PrometheusNode node : nodes) {
      for (ScrapeLoop loop : node.api().scrapeLoops()) {
        urls.add(loop.url());
        beats.add(
            loop.url(),
            loop.interval(),
            relabelled
                .computeIfAbsent(loop, any -> relabelled(node, loop))
                .map(labels -> wholeMillis(phase(node).of(loop, labels))));
      }
    }
    beats.retain(urls);
  }

  /** Rounds up, because Go sleeps for whole milliseconds. */
  private static Duration wholeMillis(Duration phase) {
    return Duration.ofMillis(phase.plusNanos(999_999).toMillis());
  }

  private ScrapePhase phase(PrometheusNode node) {
    return phases.computeIfAbsent(
        node.server(),
        server -> ScrapePhase.of(hash, node.api().hostName(), externalLabels.apply(server)));
  }

  /**
   * The labels after relabelling; empty if the server does not report them, in which case the
   * instant of a target's first scrape is not exact.
   */
  private static Optional<Labels> relabelled(PrometheusNode node, ScrapeLoop loop) {
    try {
      return node.api().relabelled(loop.job(), loop.discovered());
    } catch (PrometheusException e) {
      if (e.status() == 0) {
        throw e;
      }
      return Optional.empty();
    }
  }
}
