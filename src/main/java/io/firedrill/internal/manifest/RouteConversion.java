package io.firedrill.internal.manifest;

import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The routes of an AlertmanagerConfig. Names must be those of its own receivers and intervals. */
final class RouteConversion {

  private static final String RECEIVER = "receiver";
  private static final List<String> KEYS =
      List.of(
          RECEIVER,
          "groupBy",
          "groupWait",
          "groupInterval",
          "repeatInterval",
          "matchers",
          "continue",
          "routes",
          "muteTimeIntervals",
          "activeTimeIntervals");

  private final QualifiedName name;
  private final Set<String> receivers;
  private final Set<String> intervals;
  private final MatcherConversion matchers;
  private final Problems problems;

  RouteConversion(
      QualifiedName name,
      Set<String> receivers,
      Set<String> intervals,
      MatcherConversion matchers,
      Problems problems) {
    this.name = name;
    this.receivers = Set.copyOf(receivers);
    this.intervals = Set.copyOf(intervals);
    this.matchers = matchers;
    this.problems = problems;
  }

  /** The top route, which must name a receiver. */
  Optional<YamlMapping> root(YamlNode node) {
    Optional<YamlMapping> route = convert(node);
    if (node instanceof YamlMapping mapping && Manifest.text(mapping, RECEIVER).isEmpty()) {
      problems.error(node, "\"receiver\" is missing in the route of an AlertmanagerConfig");
    }
    return route;
  }

  private Optional<YamlMapping> convert(YamlNode node) {
    Optional<Fields> fields = Fields.of(node, "a route", KEYS, problems);
    if (fields.isEmpty() || !(node instanceof YamlMapping mapping)) {
      return Optional.empty();
    }
    Nodes route = new Nodes(node);
    mapping.entries().forEach(entry -> convert(fields.get(), entry, route));
    return Optional.of(route.mapping());
  }

  private void convert(Fields fields, YamlMapping.Entry entry, Nodes route) {
    YamlScalar key = entry.key();
    YamlNode value = entry.value();
    if (Nodes.isEmptyText(value)) {
      return;
    }
    switch (key.text()) {
      case RECEIVER ->
          fields
              .scalar(RECEIVER)
              .ifPresent(
                  r -> {
                    require(r, receivers, "receiver");
                    route.put(key, RECEIVER, name.of(r));
                  });
      case "groupBy" -> {
        checkGroupBy(fields);
        // The operator does not write an empty list.
        if (!fields.items("groupBy").isEmpty()) {
          route.put(key, "group_by", value);
        }
      }
      case "groupWait" -> duration(fields, key, "group_wait", route, false);
      case "groupInterval" -> duration(fields, key, "group_interval", route, true);
      case "repeatInterval" -> duration(fields, key, "repeat_interval", route, true);
      case "matchers" -> {
        YamlSequence own = matchers.matchers(value);
        if (!own.items().isEmpty()) {
          route.put(key, "matchers", own);
        }
      }
      case "continue" ->
          fields.flag("continue").ifPresent(any -> route.put(key, "continue", value));
      case "routes" -> {
        List<YamlMapping> children =
            fields.items("routes").stream().flatMap(child -> convert(child).stream()).toList();
        route.put(key, "routes", new YamlSequence(value.position(), List.copyOf(children)));
      }
      case "muteTimeIntervals" -> intervals(fields, key, "mute_time_intervals", route);
      case "activeTimeIntervals" -> intervals(fields, key, "active_time_intervals", route);
      default -> {
        // Reported.
      }
    }
  }

  private void require(YamlScalar used, Set<String> known, String what) {
    if (!known.contains(used.text())) {
      problems.error(
          used,
          "no " + what + " of this AlertmanagerConfig is named \"" + used.text() + "\"",
          Suggestions.hint(used.text(), known));
    }
  }

  private void checkGroupBy(Fields fields) {
    Set<String> seen = new HashSet<>();
    List<YamlNode> items = fields.items("groupBy");
    for (YamlNode item : items) {
      if (item instanceof YamlScalar label && !seen.add(label.text())) {
        problems.error(label, "\"" + label.text() + "\" is given twice in \"groupBy\"");
      }
    }
    if (seen.contains("...") && items.size() > 1) {
      problems.error(fields.key("groupBy"), "\"...\" must be the only value of \"groupBy\"");
    }
  }

  /** The operator leaves out intervals of zero, which Alertmanager refuses. */
  private void duration(
      Fields fields, YamlScalar key, String name, Nodes route, boolean withoutZero) {
    Optional<Duration> duration = fields.duration(key.text());
    if (duration.isPresent() && !(withoutZero && duration.get().isZero())) {
      String text = PrometheusDuration.format(duration.get());
      fields.scalar(key.text()).ifPresent(s -> route.put(key, name, s.asPlain(text)));
    }
  }

  private void intervals(Fields fields, YamlScalar key, String name, Nodes route) {
    List<YamlNode> names = new ArrayList<>();
    for (YamlNode item : fields.items(key.text())) {
      fields
          .scalar(item, "a time interval")
          .ifPresent(
              s -> {
                require(s, intervals, "time interval");
                names.add(this.name.of(s));
              });
    }
    if (!names.isEmpty()) {
      route.put(key, name, new YamlSequence(fields.value(key.text()).get().position(), names));
    }
  }
}
