package io.firedrill.internal.alertmanager;

import io.firedrill.internal.alertmanager.Integration.Ends;
import io.firedrill.internal.receiver.ReceiverKind;
import io.firedrill.internal.receiver.ReceiverKinds;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the parts that affect notifications; other keys are left to the server. */
final class RoutingReader {

  private static final String CONFIGS = "_configs";

  private final Problems problems;
  private final RoutingNodes nodes;
  private final EmptyGroupBy emptyGroupBy;

  RoutingReader(Problems problems, EmptyGroupBy emptyGroupBy) {
    this.problems = problems;
    this.emptyGroupBy = emptyGroupBy;
    this.nodes = new RoutingNodes(problems);
  }

  Routing read(YamlNode document) {
    YamlMapping root =
        document instanceof YamlMapping mapping
            ? mapping
            : new YamlMapping(document.position(), List.of());
    Optional<YamlMapping> route = nodes.mapping(root, "route");
    if (route.isEmpty() && !problems.hasErrors()) {
      problems.error(document, "\"route\" is missing in an Alertmanager configuration");
    }
    Map<String, Map<String, String>> labels = new HashMap<>();
    for (YamlMapping receiver : nodes.mappings(root, "receivers")) {
      nodes
          .text(receiver, "name")
          .ifPresent(name -> labels.put(name, nodes.textMap(receiver, "labels")));
    }
    RouteReader routes = new RouteReader(nodes, emptyGroupBy, labels);
    return new Routing(
        routes.root(route.orElse(root)),
        nodes.mappings(root, "inhibit_rules").stream().map(this::inhibitRule).toList(),
        Stream.of("mute_time_intervals", "time_intervals")
            .flatMap(key -> nodes.mappings(root, key).stream())
            .map(node -> new TimeInterval(nodes.text(node, "name").orElse(""), node.position()))
            .toList(),
        nodes.mappings(root, "receivers").stream()
            .map(node -> new NamedReceiver(nodes.text(node, "name").orElse(""), node.position()))
            .toList(),
        nodes.mappings(root, "receivers").stream().flatMap(r -> integrations(r).stream()).toList());
  }

  private InhibitRule inhibitRule(YamlMapping node) {
    return new InhibitRule(
        node.position(),
        nodes.matchers(node, "source_match", "source_match_re", "source_matchers"),
        nodes.matchers(node, "target_match", "target_match_re", "target_matchers"),
        nodes.texts(node, "equal"));
  }

  private List<Integration> integrations(YamlMapping receiver) {
    String name = nodes.text(receiver, "name").orElse("");
    List<Integration> integrations = new ArrayList<>();
    for (YamlMapping.Entry entry : receiver.entries()) {
      String key = entry.key().text();
      if (!key.endsWith(CONFIGS)) {
        continue;
      }
      String kind = key.substring(0, key.length() - CONFIGS.length());
      boolean standard = ReceiverKinds.of(key).map(ReceiverKind::sendsResolved).orElse(true);
      for (YamlMapping node : nodes.mappings(receiver, key)) {
        Ends own =
            nodes
                .flag(node, "send_resolved")
                .map(told -> told ? Ends.TOLD : Ends.NOT_TOLD)
                .orElse(standard ? Ends.TOLD : Ends.NOT_TOLD_BY_DEFAULT);
        integrations.add(new Integration(name, kind, node.position(), own));
      }
    }
    return integrations;
  }
}
