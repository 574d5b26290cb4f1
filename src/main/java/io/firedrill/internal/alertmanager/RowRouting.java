package io.firedrill.internal.alertmanager;

import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import java.util.ArrayList;
import java.util.List;

/**
 * A configuration in which many alerts are routed beside each other: a label that no configuration
 * uses numbers them and gives each its own groups, which are flushed after a second. Receivers are
 * webhooks, and nothing inhibits. Routes, matchers, group labels and time intervals stay as they
 * are.
 */
final class RowRouting {

  /** The label with the number of an alert. */
  static final String ROW = "firedrill_row";

  private static final String GROUP_BY = "group_by";
  private static final List<String> TIMES =
      List.of("group_wait", "group_interval", "repeat_interval");

  private final EmptyGroupBy emptyGroupBy;

  RowRouting(EmptyGroupBy emptyGroupBy) {
    this.emptyGroupBy = emptyGroupBy;
  }

  YamlMapping of(YamlMapping root) {
    YamlMapping changed = root;
    for (String key : List.of("global", "inhibit_rules", "templates")) {
      changed = changed.without(key);
    }
    if (root.get("receivers").orElse(null) instanceof YamlSequence receivers) {
      changed =
          changed.with(
              "receivers",
              receivers.withItems(receivers.items().stream().map(RowRouting::receiver).toList()));
    }
    return root.get("route").orElse(null) instanceof YamlMapping route
        ? changed.with("route", top(route))
        : changed;
  }

  private static YamlNode receiver(YamlNode node) {
    if (!(node instanceof YamlMapping receiver) || receiver.get("name").isEmpty()) {
      return node;
    }
    Position at = receiver.position();
    YamlMapping empty = new YamlMapping(at, List.of());
    YamlMapping webhook =
        empty
            .with("url", YamlScalar.quoted("http://row.invalid/"))
            .with("send_resolved", YamlScalar.plain("false"));
    return empty
        .with("name", receiver.get("name").get())
        .with("webhook_configs", new YamlSequence(at, List.of(webhook)));
  }

  private YamlMapping top(YamlMapping route) {
    YamlMapping changed = route(route);
    List<YamlNode> labels = labels(changed);
    return changed
        .with(GROUP_BY, list(route, labels))
        .with("group_wait", YamlScalar.plain("1s"))
        .with("group_interval", YamlScalar.plain("1m"))
        .with("repeat_interval", YamlScalar.plain("52w"));
  }

  private YamlMapping route(YamlMapping route) {
    YamlMapping changed = route.without("labels");
    for (String key : TIMES) {
      changed = changed.without(key);
    }
    List<YamlNode> labels = labels(changed);
    boolean given = changed.get(GROUP_BY).filter(value -> !value.isNull()).isPresent();
    if (!labels.isEmpty() || given && emptyGroupBy == EmptyGroupBy.ONE_GROUP) {
      changed = changed.with(GROUP_BY, list(route, labels));
    }
    if (changed.get("routes").orElse(null) instanceof YamlSequence children) {
      changed =
          changed.with(
              "routes",
              children.withItems(
                  children.items().stream()
                      .map(child -> child instanceof YamlMapping own ? route(own) : child)
                      .toList()));
    }
    return changed;
  }

  private static List<YamlNode> labels(YamlMapping route) {
    return route.get(GROUP_BY).orElse(null) instanceof YamlSequence list ? list.items() : List.of();
  }

  private static YamlSequence list(YamlMapping at, List<YamlNode> labels) {
    List<YamlNode> all = new ArrayList<>(labels);
    boolean known =
        labels.stream().map(Object::toString).anyMatch(l -> l.equals("...") || l.equals(ROW));
    if (!known) {
      all.add(YamlScalar.quoted(ROW));
    }
    return new YamlSequence(at.position(), all);
  }
}
