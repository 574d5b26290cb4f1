package io.firedrill.drill;

import io.firedrill.internal.scenario.Action;
import io.firedrill.internal.series.Generator;
import io.firedrill.internal.series.SeriesNotation;
import io.firedrill.internal.target.CommandEnvironment;
import io.firedrill.internal.target.CommandSource;
import io.firedrill.internal.target.ExposedSeries;
import io.firedrill.internal.target.ForwardedSource;
import io.firedrill.internal.target.SeriesSource;
import io.firedrill.internal.target.StandIn;
import io.firedrill.internal.target.Stay;
import io.firedrill.internal.target.Stay.Discovery;
import io.firedrill.internal.target.TargetException;
import io.firedrill.internal.target.TargetSource;
import io.firedrill.internal.target.TextSource;
import io.firedrill.model.Labels;
import io.firedrill.model.SampleValue;
import io.firedrill.model.TargetFault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A target at an address that Prometheus scrapes, in a {@link Drill}. It is up from the first call
 * of {@link Drill#target} on, or from before the start if the drill has not moved. Each method
 * takes effect for later scrapes. All times are virtual.
 *
 * <p>Series keep their last value, and have a gap where their values have one. A series that is
 * added again replaces the one with the same labels.
 */
public final class DrillTarget {

  private final Drill drill;
  private final StandIn standIn;
  private SeriesSource series = new SeriesSource();
  private TargetSource source = series;
  private Optional<Discovery> discovery = Optional.empty();

  DrillTarget(Drill drill, StandIn standIn) {
    this.drill = drill;
    this.standIn = standIn;
    stay();
  }

  /**
   * Exposes a series: one value per interval, the first at the start or, if the drill has moved, at
   * the next multiple of the interval.
   *
   * @param selector {@code name{label="value"}}
   * @param values promtool's notation: {@code 0x10 1+2x5 _}
   * @throws io.firedrill.internal.series.SeriesSyntaxException if either is malformed
   * @throws IllegalArgumentException if a value is a native histogram, which the text format cannot
   *     contain
   */
  public DrillTarget series(String selector, String values) {
    List<Optional<SampleValue>> list = SeriesNotation.values(values);
    if (list.isEmpty()) {
      throw new IllegalArgumentException("a target's series has at least one value");
    }
    return expose(
        ExposedSeries.of(
            SeriesNotation.selector(selector), drill.nextSampleTime(), drill.interval(), list));
  }

  /** Exposes a series with values of a generator; otherwise as above. */
  public DrillTarget series(String selector, Generator generator) {
    Labels labels = SeriesNotation.selector(selector);
    Duration interval = drill.interval();
    return expose(
        ExposedSeries.generated(
            labels,
            drill.nextSampleTime(),
            interval,
            i -> generator.values(interval, i + 1).get(i)));
  }

  /** Exposes a value from now on. */
  public DrillTarget value(String selector, double value) {
    return expose(
        ExposedSeries.of(
            SeriesNotation.selector(selector),
            drill.now(),
            Duration.ofMillis(1),
            List.of(Optional.of(SampleValue.of(value)))));
  }

  /** Exposes text: Prometheus's format, or OpenMetrics, which ends with {@code # EOF}. */
  public DrillTarget exposition(String text) {
    return answerFrom(new TextSource(text));
  }

  /**
   * Scrapes a real exporter: a process, a container, or a server in this JVM. It is scraped at
   * virtual times, while time stands still, but sees the real clock. If it does not answer within a
   * third of the drill's limit, by default 10 s of real time, it is down.
   *
   * @param exporter its address, as this JVM reaches it: {@code http://127.0.0.1:8000/metrics};
   *     without a path, the path and query of the scrape are used
   */
  public DrillTarget from(URI exporter) {
    return answerFrom(new ForwardedSource(exporter, drill.patience()));
  }

  /**
   * Starts a process on this machine, which ends with the drill, and scrapes it; otherwise like
   * {@link #from}. It must listen on 127.0.0.1, at the port in the environment variable {@code
   * PORT}. It runs in the directory of this JVM and gets PATH, HOME, LANG, LC_*, TMPDIR and TZ from
   * its environment.
   *
   * @throws IllegalArgumentException if it cannot be started, or does not answer within the drill's
   *     limit
   */
  public DrillTarget command(String... command) {
    return command(Map.of(), command);
  }

  /**
   * The same with additional or changed environment variables. You can pass on variables of this
   * JVM, such as {@code System.getenv("API_TOKEN")}.
   *
   * @throws IllegalArgumentException as above
   */
  public DrillTarget command(Map<String, String> environment, String... command) {
    Map<String, Optional<String>> named = new TreeMap<>();
    environment.forEach((name, value) -> named.put(name, Optional.of(value)));
    CommandSource process =
        new CommandSource(
            List.of(command),
            Path.of(""),
            CommandEnvironment.of(named, System.getenv()),
            drill.patience());
    try {
      process.start();
    } catch (TargetException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    return answerFrom(process);
  }

  /**
   * Sets the job whose service discovery finds the target; without this, the Prometheus
   * configuration must list it.
   *
   * @param labels the discovered labels as name, value and so on: {@code __meta_...}; {@code
   *     __address__} if relabelling changes the address
   */
  public DrillTarget discoveredBy(String job, String... labels) {
    discovery = Optional.of(new Discovery(job, Labels.of(labels)));
    return stay();
  }

  /** Makes it fail until {@link #up()}. */
  public DrillTarget fail(TargetFault how) {
    if (drill.hasBegun()) {
      drill.perform(new Action.TargetDown(standIn.address(), how));
    } else {
      standIn.fail(Optional.of(how));
    }
    return this;
  }

  /** Makes it unreachable: {@code up} is 0. */
  public DrillTarget down() {
    return fail(new TargetFault.Down());
  }

  /** Makes it work again. */
  public DrillTarget up() {
    if (drill.hasBegun()) {
      drill.perform(new Action.TargetUp(standIn.address()));
    } else {
      standIn.fail(Optional.empty());
    }
    return this;
  }

  /**
   * Removes it from service discovery, so that its series become stale. A target that the
   * Prometheus configuration itself lists is only down. Exposing something again brings it back.
   */
  public DrillTarget gone() {
    standIn.clear();
    series = new SeriesSource();
    source = series;
    return this;
  }

  String address() {
    return standIn.address();
  }

  boolean isDiscovered() {
    return discovery.isPresent();
  }

  private DrillTarget expose(ExposedSeries exposed) {
    series.add(exposed);
    return answerFrom(series);
  }

  private DrillTarget answerFrom(TargetSource other) {
    source = other;
    return stay();
  }

  private DrillTarget stay() {
    // A target that is up at the start was also up before.
    Instant from = drill.hasBegun() ? drill.now() : drill.start();
    standIn.clear();
    standIn.add(Stay.forGood(from, source, discovery));
    return this;
  }
}
