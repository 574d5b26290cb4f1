package io.firedrill.internal.mutation.operator;

import java.util.List;
import java.util.stream.Stream;

/** All operators, in the order in which they are documented. */
public final class Operators {

  /** The operators for rules. */
  public static final List<RuleOperator> RULES =
      List.of(
          new Comparison(),
          new ThresholdValue(),
          new Arithmetic(),
          new SetOperation(),
          new SeriesMatcher(),
          new GroupingLabel(),
          new MatchingLabel(),
          new Aggregate(),
          new FunctionName(),
          new RangeLength(),
          new OffsetLength(),
          new RuleRemoved(),
          new RuleDuration("for"),
          new RuleDuration("keep_firing_for"),
          new RuleLabel(),
          new Annotation(),
          new RuleTemplate());

  /** The operators for Alertmanager's configuration. */
  public static final List<ConfigOperator> ROUTES =
      List.of(
          new RouteRemoved(),
          new RouteMatcher(),
          new RouteContinue(),
          new RouteReceiver(),
          new RouteGrouping(),
          new RouteTiming("group_wait"),
          new RouteTiming("group_interval"),
          new RouteTiming("repeat_interval"),
          new RouteIntervals(),
          new InhibitionRemoved(),
          new InhibitionMatcher(),
          new InhibitionEqual(),
          new IntervalPeriod(),
          new IntervalCondition(),
          new IntervalTime(),
          new IntegrationRemoved(),
          new SendResolved(),
          new ReceiverText());

  /** The operator for template files. */
  public static final TemplateFileText TEMPLATES = new TemplateFileText();

  /** The operators for Prometheus's configuration. */
  public static final List<ConfigOperator> SCRAPING =
      List.of(
          new RelabelRemoved(),
          new RelabelAction(),
          new RelabelSetting(),
          new TargetLabel(),
          new HonorLabels());

  private Operators() {}

  /** The names of all operators. */
  public static List<String> names() {
    return Stream.of(RULES, ROUTES, List.of(TEMPLATES), SCRAPING)
        .flatMap(List::stream)
        .map(Operator::name)
        .toList();
  }
}
