package io.firedrill.internal.cli;

import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.model.Labels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A route as text and in JSON. */
final class RouteText {

  private RouteText() {}

  /** {@code routes.yml:8:5 {team="data"} receiver data, continue}. */
  static String title(Route route) {
    return "%s  %s  receiver %s%s"
        .formatted(
            route.position(),
            route.matchersText(),
            route.receiver(),
            route.next() == Route.Next.CONTINUE ? ", continue" : "");
  }

  /** The route's settings, its own and inherited ones. */
  static String settings(Route route) {
    return "group_by %s, group_wait %s, group_interval %s, repeat_interval %s%s%s%s%s"
        .formatted(
            route.groupBy(),
            PrometheusDuration.format(route.groupWait()),
            PrometheusDuration.format(route.groupInterval()),
            PrometheusDuration.format(route.repeatInterval()),
            intervals("mute_time_intervals", route.muteTimeIntervals()),
            intervals("active_time_intervals", route.activeTimeIntervals()),
            labels("labels", route.labels()),
            labels("receiver's labels", route.receiverLabels()));
  }

  private static String intervals(String key, List<String> names) {
    return names.isEmpty() ? "" : ", " + key + " " + names;
  }

  private static String labels(String what, Map<String, String> labels) {
    return labels.isEmpty() ? "" : ", " + what + " " + Labels.copyOf(labels);
  }

  /** The route in JSON; callers may add keys. */
  static Map<String, Object> json(Route route) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("file", route.position().file().toString());
    node.put("line", route.position().line());
    node.put("column", route.position().column());
    node.put("matchers", route.matchers().stream().map(Object::toString).toList());
    node.put("receiver", route.receiver());
    node.put("continue", route.next() == Route.Next.CONTINUE);
    node.put("group_by", route.groupBy().labels());
    node.put("group_wait_seconds", route.groupWait().toMillis() / 1000.0);
    node.put("group_interval_seconds", route.groupInterval().toMillis() / 1000.0);
    node.put("repeat_interval_seconds", route.repeatInterval().toMillis() / 1000.0);
    node.put("mute_time_intervals", route.muteTimeIntervals());
    node.put("active_time_intervals", route.activeTimeIntervals());
    node.put("labels", route.labels());
    node.put("receiver_labels", route.receiverLabels());
    return node;
  }
}
