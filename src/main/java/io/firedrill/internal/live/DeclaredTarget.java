package io.firedrill.internal.live;

import io.firedrill.drill.DrillTarget;
import io.firedrill.internal.scenario.Action;
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
import io.firedrill.model.Generator;
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

/** The target at one address, with everything that is declared there. */
final class DeclaredTarget implements DrillTarget {

  private final RigDrill drill;
  private final StandIn standIn;
  private SeriesSource series = new SeriesSource();
  private TargetSource source = series;
  private Optional<Discovery> discovery = Optional.empty();

  DeclaredTarget(RigDrill drill, StandIn standIn) {
    this.drill = drill;
    this.standIn = standIn;
    stay();
  }

  @Override
  public DeclaredTarget series(String selector, String values) {
    List<Optional<SampleValue>> list = SeriesNotation.values(values);
    if (list.isEmpty()) {
      throw new IllegalArgumentException("a series of a target needs at least one value");
    }
    return expose(
        ExposedSeries.of(
            SeriesNotation.selector(selector), drill.nextSampleTime(), drill.interval(), list));
  }

  @Override
  public DeclaredTarget series(String selector, Generator generator) {
    Labels labels = SeriesNotation.selector(selector);
    Duration interval = drill.interval();
    return expose(
        ExposedSeries.generated(
            labels,
            drill.nextSampleTime(),
            interval,
            i -> generator.values(interval, i + 1).get(i)));
  }

  @Override
  public DeclaredTarget value(String selector, double value) {
    return expose(
        ExposedSeries.of(
            SeriesNotation.selector(selector),
            drill.now(),
            Duration.ofMillis(1),
            List.of(Optional.of(SampleValue.of(value)))));
  }

  @Override
  public DeclaredTarget exposition(String text) {
    return answerFrom(new TextSource(text));
  }

  @Override
  public DeclaredTarget from(URI exporter) {
    return answerFrom(new ForwardedSource(exporter, drill.patience()));
  }

  @Override
  public DeclaredTarget command(String... command) {
    return command(Map.of(), command);
  }

  @Override
  public DeclaredTarget command(Map<String, String> environment, String... command) {
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

  @Override
  public DeclaredTarget discoveredBy(String job, String... labels) {
    discovery = Optional.of(new Discovery(job, Labels.of(labels)));
    return stay();
  }

  @Override
  public DeclaredTarget fail(TargetFault how) {
    if (drill.hasBegun()) {
      drill.perform(new Action.TargetDown(standIn.address(), how));
    } else {
      standIn.fail(Optional.of(how));
    }
    return this;
  }

  @Override
  public DeclaredTarget down() {
    return fail(new TargetFault.Down());
  }

  @Override
  public DeclaredTarget up() {
    if (drill.hasBegun()) {
      drill.perform(new Action.TargetUp(standIn.address()));
    } else {
      standIn.fail(Optional.empty());
    }
    return this;
  }

  @Override
  public DeclaredTarget gone() {
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

  private DeclaredTarget expose(ExposedSeries exposed) {
    series.add(exposed);
    return answerFrom(series);
  }

  private DeclaredTarget answerFrom(TargetSource other) {
    source = other;
    return stay();
  }

  private DeclaredTarget stay() {
    // A target that is up at the start was also up before.
    Instant from = drill.hasBegun() ? drill.now() : drill.start();
    standIn.clear();
    standIn.add(Stay.forGood(from, source, discovery));
    return this;
  }
}
