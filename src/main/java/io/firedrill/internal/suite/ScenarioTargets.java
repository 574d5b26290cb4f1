package io.firedrill.internal.suite;

import io.firedrill.internal.clock.Patience;
import io.firedrill.internal.prometheus.ScrapedTarget;
import io.firedrill.internal.run.ScrapeTargets;
import io.firedrill.internal.scenario.InputSeries;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.Target;
import io.firedrill.internal.scenario.TargetContent;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.target.CommandEnvironment;
import io.firedrill.internal.target.CommandSource;
import io.firedrill.internal.target.ExposedSeries;
import io.firedrill.internal.target.ForwardedSource;
import io.firedrill.internal.target.RequestFilter;
import io.firedrill.internal.target.ScrapeRequest;
import io.firedrill.internal.target.SeriesSource;
import io.firedrill.internal.target.StandIns;
import io.firedrill.internal.target.Stay;
import io.firedrill.internal.target.Stay.Discovery;
import io.firedrill.internal.target.TargetException;
import io.firedrill.internal.target.TargetSource;
import io.firedrill.internal.target.TextSource;
import io.firedrill.model.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The targets that a scenario declares. */
final class ScenarioTargets implements ScrapeTargets {

  private final Scenario scenario;
  private final boolean strict;

  /**
   * @param strict whether every scraped target must be declared
   */
  ScenarioTargets(Scenario scenario, boolean strict) {
    this.scenario = scenario;
    this.strict = strict;
  }

  @Override
  public StandIns open(Patience patience) {
    StandIns standIns = new StandIns(scenario.start());
    try {
      onlyFaulty().forEach(a -> standIns.at(a).add(upOtherwise()));
      for (Target target : scenario.targets()) {
        Optional<TargetSource> source = target.content().map(content -> source(content, patience));
        standIns.at(target.address().text()).add(stay(target, source));
        source.ifPresent(s -> start(s, target));
      }
      return standIns;
    } catch (InputException e) {
      standIns.close();
      throw e;
    }
  }

  /** The addresses for which the test declares only faults. */
  private Set<String> onlyFaulty() {
    Set<String> addresses = new TreeSet<>();
    scenario.targets().forEach(target -> addresses.add(target.address().text()));
    scenario.targets().stream()
        .filter(target -> target.content().isPresent())
        .forEach(target -> addresses.remove(target.address().text()));
    return addresses;
  }

  private Stay upOtherwise() {
    return Stay.forGood(scenario.start(), new SeriesSource(), Optional.empty());
  }

  private static void start(TargetSource source, Target target) {
    try {
      source.start();
    } catch (TargetException e) {
      throw new InputException(List.of(target.address().error(e.getMessage(), Optional.empty())));
    }
  }

  private Stay stay(Target target, Optional<TargetSource> source) {
    Instant start = scenario.start();
    return new Stay(
        start.plus(target.from()),
        target.to().map(start::plus).orElse(Instant.MAX),
        new RequestFilter(target.requests().path(), target.requests().params()),
        source,
        target.fault(),
        target.job().map(job -> new Discovery(job.text(), target.discoveryLabels())));
  }

  private TargetSource source(TargetContent content, Patience patience) {
    if (content instanceof TargetContent.Metrics metrics) {
      SeriesSource source = new SeriesSource();
      metrics
          .series()
          .forEach(series -> exposed(series).ifPresent(e -> source.add(e, series.type())));
      return source;
    }
    if (content instanceof TargetContent.Exposition exposition) {
      return new TextSource(exposition.text());
    }
    if (content instanceof TargetContent.Scrape scrape) {
      return new ForwardedSource(scrape.exporter(), patience);
    }
    TargetContent.Command command = (TargetContent.Command) content;
    return new CommandSource(
        command.command(),
        command.directory(),
        CommandEnvironment.of(command.environment(), System.getenv()),
        patience);
  }

  private Optional<ExposedSeries> exposed(InputSeries series) {
    if (!series.timed().isEmpty()) {
      List<Sample> samples = series.samples(scenario.start(), scenario.interval());
      return Optional.of(ExposedSeries.of(series.labels(), samples));
    }
    return series.values().isEmpty()
        ? Optional.empty()
        : Optional.of(
            ExposedSeries.of(
                series.labels(), scenario.start(), scenario.interval(), series.values()));
  }

  @Override
  public void check(List<ScrapedTarget> scraped, StandIns standIns) {
    Map<String, ScrapedTarget> byAddress = new TreeMap<>();
    scraped.forEach(t -> byAddress.putIfAbsent(ScrapeRequest.normal(t.url().getRawAuthority()), t));
    List<Problem> problems = new ArrayList<>();
    Set<String> declared = new TreeSet<>();
    for (Target target : scenario.targets()) {
      String address = target.address().text();
      declared.add(ScrapeRequest.normal(address));
      // Targets that are discovered later are not known yet.
      boolean isThere = target.job().isEmpty() || target.from().isZero();
      if (isThere && !byAddress.containsKey(ScrapeRequest.normal(address))) {
        problems.add(unscraped(target, byAddress.keySet()));
      }
    }
    if (strict) {
      byAddress.keySet().removeAll(declared);
      if (!byAddress.isEmpty()) {
        problems.add(undeclared(byAddress));
      }
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
  }

  private static Problem unscraped(Target target, Set<String> scraped) {
    String address = target.address().text();
    return target
        .address()
        .error(
            "no job of the Prometheus configuration scrapes \"" + address + "\"",
            Suggestions.hint(address, scraped)
                .or(() -> Optional.of("it scrapes " + String.join(", ", scraped))));
  }

  private Problem undeclared(Map<String, ScrapedTarget> undeclared) {
    String all =
        undeclared.entrySet().stream()
            .map(e -> e.getKey() + " (job " + e.getValue().job() + ")")
            .collect(Collectors.joining(", "));
    String first = undeclared.keySet().iterator().next();
    return new Problem(
        Severity.ERROR,
        scenario.position(),
        "the file is strict, and targets are scraped that the test does not declare: " + all,
        "",
        1,
        Optional.of(
            "declare them, for one test or at the top of the file; one that does not answer as"
                + " - {address: '"
                + first
                + "', down: true}"));
  }
}
