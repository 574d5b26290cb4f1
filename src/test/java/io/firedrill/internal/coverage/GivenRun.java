package io.firedrill.internal.coverage;

import static io.firedrill.model.AlertState.FIRING;
import static io.firedrill.model.AlertState.INACTIVE;
import static io.firedrill.model.AlertState.PENDING;

import io.firedrill.internal.alertmanager.Routing;
import io.firedrill.internal.coverage.RunFacts.Inhibition;
import io.firedrill.internal.coverage.RunFacts.Mute;
import io.firedrill.internal.prometheus.RuleFile;
import io.firedrill.internal.prometheus.RuleGroup;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.timeline.CapturedAlert;
import io.firedrill.internal.timeline.CapturedNotification;
import io.firedrill.internal.timeline.RawRequest;
import io.firedrill.internal.timeline.RunTimeline;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import io.firedrill.model.TimelineEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A run built by hand: 20 minutes, evaluated once per minute. */
final class GivenRun implements Samples {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final int MINUTES = 20;

  private final Path directory;
  private final List<TimelineEvent> events = new ArrayList<>();
  private final List<Instant> begins = new ArrayList<>();
  private final List<List<RuleGroup>> rules = new ArrayList<>();
  private final Set<String> present = new HashSet<>();
  private final Map<String, List<Labels>> yields = new HashMap<>();
  private final Set<String> fed = new HashSet<>();
  private final Set<Position> failed = new HashSet<>();
  private final List<Inhibition> inhibitions = new ArrayList<>();
  private final List<Mute> mutes = new ArrayList<>();
  private Optional<Routing> routing = Optional.empty();

  GivenRun(Path directory) {
    this.directory = directory;
  }

  Instant minute(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }

  GivenRun rules(String text) {
    return thenRules(0, text);
  }

  /** Loads files slightly after a minute's evaluation. */
  GivenRun thenRules(int minute, String text) {
    begins.add(minute == 0 ? START : minute(minute).plusMillis(500));
    rules.add(RuleFile.read(write("rules-" + rules.size() + ".yml", text)));
    return this;
  }

  GivenRun routes(String text) {
    routing = Optional.of(Routing.read(write("routes.yml", text), "0.33.1"));
    return this;
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(directory.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  GivenRun changed(Labels alert, int minute, AlertState from, AlertState to) {
    events.add(new TimelineEvent.AlertChanged(minute(minute), alert, from, to));
    return this;
  }

  GivenRun pending(Labels alert, int from, int to) {
    return changed(alert, from, INACTIVE, PENDING).changed(alert, to, PENDING, INACTIVE);
  }

  /**
   * An alert that is pending at the first minute, fires at the second, perhaps the same, and ends
   * at the last.
   */
  GivenRun firing(Labels alert, int pending, int firing, int ended) {
    if (pending < firing) {
      changed(alert, pending, INACTIVE, PENDING).changed(alert, firing, PENDING, FIRING);
    } else {
      changed(alert, firing, INACTIVE, FIRING);
    }
    return changed(alert, ended, FIRING, INACTIVE);
  }

  GivenRun notified(String receiver, int minute, Labels alert) {
    Instant time = minute(minute).plusSeconds(30);
    events.add(
        new TimelineEvent.Notified(
            new CapturedNotification(
                time,
                receiver,
                "webhook",
                0,
                "firing",
                alert.filter("alertname"::equals),
                List.of(new CapturedAlert("firing", alert, Map.of(), time, null)),
                Optional.empty(),
                new RawRequest("/", "application/json", "{}"))));
    return this;
  }

  GivenRun samples(String... selectors) {
    present.addAll(List.of(selectors));
    return this;
  }

  GivenRun yielding(String expression, Labels element) {
    yields.put(expression, List.of(element));
    return this;
  }

  GivenRun fed(String metric) {
    fed.add(metric);
    return this;
  }

  GivenRun failed(String rule) {
    rules.stream()
        .flatMap(List::stream)
        .flatMap(group -> group.rules().stream())
        .filter(r -> r.name().equals(rule))
        .forEach(r -> failed.add(r.position()));
    return this;
  }

  GivenRun inhibition(Inhibition inhibition) {
    inhibitions.add(inhibition);
    return this;
  }

  GivenRun mute(Mute mute) {
    mutes.add(mute);
    return this;
  }

  CoverageResult covered() {
    List<Phase> phases = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      Instant end = i + 1 < begins.size() ? begins.get(i + 1) : Instant.MAX;
      phases.add(new Phase(begins.get(i), end, rules.get(i), routing));
    }
    return RunCoverage.of(
        new RunFacts(
            new RunTimeline(START, minute(MINUTES), events),
            phases,
            IntStream.rangeClosed(0, MINUTES).mapToObj(this::minute).toList(),
            Duration.ofMinutes(1),
            Labels.empty(),
            failed,
            fed,
            inhibitions,
            mutes),
        this);
  }

  /** The seen states of the first item with a name. */
  Set<CoverageState> seen(String name) {
    return entry(item -> item.name().equals(name) && item.kind() != CoverageKind.RECEIVER).seen();
  }

  Set<CoverageState> seen(CoverageKind kind, String name) {
    return entry(item -> item.name().equals(name) && item.kind() == kind).seen();
  }

  Set<CoverageState> seen(String file, String name) {
    return entry(item -> item.name().equals(name) && item.file().endsWith(file)).seen();
  }

  Set<CoverageState> seen(String name, String label, String value) {
    return entry(item -> item.name().equals(name) && value.equals(item.labels().get(label))).seen();
  }

  Set<CoverageState> seenAtLine(int line) {
    return entry(item -> item.line() == line).seen();
  }

  Set<CoverageState> states(String name) {
    return entry(item -> item.name().equals(name)).states();
  }

  List<String> names(CoverageKind kind) {
    return covered().items().stream()
        .map(CoverageResult.Entry::item)
        .filter(item -> item.kind() == kind)
        .map(CoverageItem::name)
        .toList();
  }

  private CoverageResult.Entry entry(Predicate<CoverageItem> wanted) {
    return covered().items().stream()
        .filter(entry -> wanted.test(entry.item()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public Set<String> present(Collection<String> selectors, Instant from, Instant to) {
    Set<String> found = new HashSet<>(selectors);
    found.retainAll(present);
    return found;
  }

  @Override
  public boolean yields(String expression, Instant from, Instant to, Duration step) {
    return yields.containsKey(expression);
  }

  @Override
  public List<Labels> at(String expression, Instant time) {
    return yields.getOrDefault(expression, List.of());
  }
}
