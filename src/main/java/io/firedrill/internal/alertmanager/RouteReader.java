package io.firedrill.internal.alertmanager;

import io.firedrill.internal.alertmanager.Route.Timing;
import io.firedrill.internal.source.YamlMapping;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads routes; each inherits the settings that it does not set. */
final class RouteReader {

  private static final GroupBy ONE_GROUP = new GroupBy(List.of());

  // Alertmanager's own defaults, as its documentation has them.
  private static final Duration GROUP_WAIT = Duration.ofSeconds(30);
  private static final Duration GROUP_INTERVAL = Duration.ofMinutes(5);
  private static final Duration REPEAT_INTERVAL = Duration.ofHours(4);

  private final RoutingNodes nodes;
  private final EmptyGroupBy emptyGroupBy;
  private final Map<String, Map<String, String>> receivers;

  /**
   * @param receivers the labels of each receiver
   */
  RouteReader(
      RoutingNodes nodes, EmptyGroupBy emptyGroupBy, Map<String, Map<String, String>> receivers) {
    this.receivers = Map.copyOf(receivers);
    this.nodes = nodes;
    this.emptyGroupBy = emptyGroupBy;
  }

  Route root(YamlMapping node) {
    return read(
        node,
        new Inherited(
            "",
            ONE_GROUP,
            GROUP_WAIT,
            GROUP_INTERVAL,
            REPEAT_INTERVAL,
            EnumSet.allOf(Timing.class),
            Map.of()));
  }

  private record Inherited(
      String receiver,
      GroupBy groupBy,
      Duration groupWait,
      Duration groupInterval,
      Duration repeatInterval,
      Set<Timing> defaults,
      Map<String, String> labels) {}

  /** Time intervals are not inherited. */
  private Route read(YamlMapping node, Inherited parent) {
    Inherited own =
        new Inherited(
            nodes.text(node, "receiver").filter(r -> !r.isEmpty()).orElse(parent.receiver()),
            groupBy(node).orElse(parent.groupBy()),
            nodes.duration(node, "group_wait").orElse(parent.groupWait()),
            nodes.duration(node, "group_interval").orElse(parent.groupInterval()),
            nodes.duration(node, "repeat_interval").orElse(parent.repeatInterval()),
            parent.defaults().stream()
                .filter(t -> nodes.text(node, t.name().toLowerCase(Locale.ROOT)).isEmpty())
                .collect(Collectors.toSet()),
            labels(node, parent.labels()));
    return new Route(
        node.position(),
        nodes.matchers(node, "match", "match_re", "matchers"),
        own.receiver(),
        own.groupBy(),
        own.groupWait(),
        own.groupInterval(),
        own.repeatInterval(),
        nodes.texts(node, "mute_time_intervals"),
        nodes.texts(node, "active_time_intervals"),
        nodes.flag(node, "continue").orElse(false) ? Route.Next.CONTINUE : Route.Next.STOP,
        own.defaults(),
        own.labels(),
        receivers.getOrDefault(own.receiver(), Map.of()),
        nodes.mappings(node, "routes").stream().map(child -> read(child, own)).toList());
  }

  /** A route's labels are added to those of the routes above it. */
  private Map<String, String> labels(YamlMapping node, Map<String, String> above) {
    Map<String, String> labels = new LinkedHashMap<>(above);
    labels.putAll(nodes.textMap(node, "labels"));
    return labels;
  }

  private Optional<GroupBy> groupBy(YamlMapping node) {
    List<String> labels = nodes.texts(node, "group_by");
    boolean given = node.get("group_by").filter(value -> !value.isNull()).isPresent();
    return labels.isEmpty() && (!given || emptyGroupBy == EmptyGroupBy.INHERITED)
        ? Optional.empty()
        : Optional.of(new GroupBy(labels));
  }
}
