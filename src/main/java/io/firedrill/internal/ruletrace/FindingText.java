package io.firedrill.internal.ruletrace;

import io.firedrill.internal.prometheus.QueryResult.Element;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.RangeSelector;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.verdict.Counts;
import io.firedrill.internal.verdict.VirtualTime;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Findings as sentences; the first line says what decided. */
final class FindingText {

  private final TracedRun run;
  private final TracedRule rule;
  private final PartValues values;
  private final SeriesInStore store;
  private final int depth;

  /**
   * @param depth how many recorded metrics were followed to get here
   */
  FindingText(TracedRun run, TracedRule rule, PartValues values, SeriesInStore store, int depth) {
    this.run = run;
    this.rule = rule;
    this.values = values;
    this.store = store;
    this.depth = depth;
  }

  /**
   * A finding as text.
   *
   * @param evaluations those at which it is so
   */
  List<String> lines(Finding finding, List<Instant> evaluations) {
    try {
      return of(finding, evaluations);
    } catch (UnknownValueException e) {
      return of(new Finding.Unknown(e.getMessage()), evaluations);
    }
  }

  private List<String> of(Finding finding, List<Instant> evaluations) {
    Instant time = evaluations.get(0);
    if (finding instanceof Finding.Pending pending) {
      return List.of(pending(pending));
    }
    if (finding instanceof Finding.NoSamples none) {
      return new NoSamplesText(run, rule, values, store, depth).lines(none, time);
    }
    if (finding instanceof Finding.NotMet notMet) {
      return List.of(new NotMetText(run.time(), rule, values).line(notMet, evaluations));
    }
    if (finding instanceof Finding.NoMatch none) {
      return new NoMatchText(rule, values).lines(none, time);
    }
    if (finding instanceof Finding.Excluded excluded) {
      return List.of(excluded(excluded, time));
    }
    if (finding instanceof Finding.Present present) {
      return List.of(present(present, time));
    }
    if (finding instanceof Finding.OneSample one) {
      return List.of(oneSample(one));
    }
    if (finding instanceof Finding.OtherLabels others) {
      return List.of(otherLabels(others, time));
    }
    if (finding instanceof Finding.Nothing nothing) {
      return List.of(nothing(nothing.part(), time));
    }
    if (finding instanceof Finding.Failed failed) {
      return List.of("Prometheus cannot evaluate the expression: " + failed.error());
    }
    if (finding instanceof Finding.NotEvaluated failed) {
      return List.of(
          "the evaluation of the rule failed, first at %s: %s"
              .formatted(run.time().text(failed.first()), failed.error()));
    }
    return List.of("not known: " + ((Finding.Unknown) finding).why());
  }

  private String pending(Finding.Pending pending) {
    Duration wait = rule.duration("for");
    VirtualTime time = run.time();
    Instant end = pending.since().plus(wait);
    return "still pending, since %s; for: %s ends at %s%s"
        .formatted(
            time.text(pending.since()),
            PrometheusDuration.format(wait),
            time.text(end),
            evaluatedLater(end));
  }

  /** An alert fires at an evaluation of its group. */
  private String evaluatedLater(Instant end) {
    if (rule.isEvaluatedAt(end, run.start())) {
      return "";
    }
    Duration interval = rule.unit().interval();
    return ", and the next evaluation of the group (interval %s) is at %s"
        .formatted(
            PrometheusDuration.format(interval),
            run.time().text(rule.evaluation(end, run.start()).plus(interval)));
  }

  private String excluded(Finding.Excluded excluded, Instant time) {
    String side =
        Pairs.matching(excluded.unless(), values, excluded.filter(), time).stream()
            .findFirst()
            .map(
                pair ->
                    ": %s on the left, and %s on the right"
                        .formatted(
                            ElementText.labels(pair.left().labels()),
                            ElementText.withValue(pair.right())))
            .orElse("");
    return "the right side of unless, %s, excludes every element%s"
        .formatted(rule.placed(excluded.unless().right()), side);
  }

  private String present(Finding.Present present, Instant time) {
    Expr argument = present.absent().arguments().get(0);
    List<Element> there = values.of(argument, time);
    String first =
        argument instanceof RangeSelector range
            ? series(range, there.get(0))
            : ElementText.withValue(there.get(0));
    return "%s returned nothing: there is %s, %s"
        .formatted(rule.placed(present.absent()), there.size() + " series", first);
  }

  /** The number of samples in a range has no name. */
  private static String series(RangeSelector range, Element counted) {
    return range
        .metric()
        .map(metric -> counted.labels().with(Labels.METRIC_NAME, metric))
        .orElse(counted.labels())
        .toString();
  }

  private String oneSample(Finding.OneSample one) {
    return "%s returned nothing: %s needs two samples in %s, and each series has one"
        .formatted(
            rule.placed(one.call()),
            one.call().function().name(),
            TracedRule.shown(one.selector()));
  }

  private String otherLabels(Finding.OtherLabels others, Instant time) {
    return "%s returned nothing with %s; it returned %s"
        .formatted(
            rule.placed(others.part()),
            others.filter(),
            ElementText.labels(values.of(others.part(), time)));
  }

  private String nothing(Expr part, Instant time) {
    List<String> operands =
        part.children().stream()
            .filter(c -> !values.of(c, time).isEmpty())
            .map(c -> TracedRule.shown(c) + " returned " + count(values.of(c, time)))
            .toList();
    return "%s returned nothing%s"
        .formatted(
            rule.placed(part),
            operands.isEmpty() ? "" : ", although " + String.join(" and ", operands));
  }

  private static String count(List<Element> elements) {
    return Counts.of(elements.size(), "element");
  }
}
