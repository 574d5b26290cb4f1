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
 * What stands at an address that Prometheus scrapes, in a {@link Drill}. It is up from the moment
 * at which the drill first asks for it; before the drill has moved, from before the start. What is
 * said of it counts from now on: for scrapes that come later. All times are virtual.
 *
 * <p>Series keep their last value, and leave a gap where there is one. Given again, a series
 * replaces what was there of the same labels.
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
   * Exposes a series: one value an interval, the first at the start or, in a drill that has moved,
   * at the next multiple of the interval.
   *
   * @param selector {@code name{label="value"}}
   * @param values promtool's notation: {@code 0x10 1+2x5 _}
   * @throws io.firedrill.internal.series.SeriesSyntaxException if either is not of that form
   * @throws IllegalArgumentException if a value is a native histogram, which text cannot hold
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

  /** Exposes a series whose values a generator makes; else as above. */
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
   * Lets a real exporter answer: a process of yours, a container, a server in this JVM. It is asked
   * at the virtual times of scrapes, while time stands still; its own clock is the real one. One
   * that does not answer within a third of the drill's limit, 10 s if nobody says otherwise, is
   * down.
   *
   * @param exporter its address, as this JVM reaches it: {@code http://127.0.0.1:8000/metrics};
   *     without a path, it is asked for the path and query of the scrape
   */
  public DrillTarget from(URI exporter) {
    return answerFrom(new ForwardedSource(exporter, drill.patience()));
  }

  /**
   * Lets a process of this machine answer, which is started now and ended with the drill; else as
   * {@link #from}. The environment variable {@code PORT} tells it where to listen, on 127.0.0.1. It
   * runs in the directory of this JVM. Of its environment, it has PATH, HOME, LANG, LC_*, TMPDIR
   * and TZ.
   *
   * @throws IllegalArgumentException if it cannot be started, or does not answer within the drill's
   *     limit
   */
  public DrillTarget command(String... command) {
    return command(Map.of(), command);
  }

  /**
   * The same with more variables in its environment, or other values of them. What this JVM has,
   * such as {@code System.getenv("API_TOKEN")}, can be passed on.
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
   * Says which job's service discovery finds the target; without this, the Prometheus configuration
   * has to name it.
   *
   * @param labels what service discovery says of it, from name, value and so on: {@code
   *     __meta_...}; {@code __address__} where that is not yet the address which is scraped
   */
  public DrillTarget discoveredBy(String job, String... labels) {
    discovery = Optional.of(new Discovery(job, Labels.of(labels)));
    return stay();
  }

  /** Makes it fail until it is {@link #up()}. */
  public DrillTarget fail(TargetFault how) {
    if (drill.hasBegun()) {
      drill.perform(new Action.TargetDown(standIn.address(), how));
    } else {
      standIn.fail(Optional.of(how));
    }
    return this;
  }

  /** Nobody answers there any more: {@code up} is 0. */
  public DrillTarget down() {
    return fail(new TargetFault.Down());
  }

  /** It works again. */
  public DrillTarget up() {
    if (drill.hasBegun()) {
      drill.perform(new Action.TargetUp(standIn.address()));
    } else {
      standIn.fail(Optional.empty());
    }
    return this;
  }

  /**
   * It disappears: service discovery finds it no more, and its series go stale. What the Prometheus
   * configuration names itself is only down. Whatever is exposed here again brings it back.
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
    // At the start, as on any day, what is there was there before.
    Instant from = drill.hasBegun() ? drill.now() : drill.start();
    standIn.clear();
    standIn.add(Stay.forGood(from, source, discovery));
    return this;
  }
}
