package io.firedrill.internal.prometheus;

import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import io.firedrill.internal.source.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a user's configuration relabels alerts: for all Alertmanagers, and for each entry of {@code
 * alertmanagers}, since Prometheus 2.51.
 *
 * @param all the items of {@code alerting.alert_relabel_configs}
 * @param entries those of each entry of {@code alerting.alertmanagers}
 */
record AlertRelabelling(List<String> all, List<List<String>> entries) {

  private static final String KEY = "alert_relabel_configs";
  private static final String ALERTING = "alerting";
  private static final String ALERTMANAGERS = "alertmanagers";

  AlertRelabelling {
    all = List.copyOf(all);
    entries = List.copyOf(entries);
  }

  static AlertRelabelling of(YamlMapping root) {
    return root.get(ALERTING).orElse(null) instanceof YamlMapping alerting
        ? new AlertRelabelling(
            items(alerting), entries(alerting).stream().map(AlertRelabelling::items).toList())
        : new AlertRelabelling(List.of(), List.of());
  }

  /** Whether no alert is relabelled. */
  boolean isEmpty() {
    return all.isEmpty() && entries.stream().allMatch(List::isEmpty);
  }

  private static List<YamlMapping> entries(YamlMapping alerting) {
    return ScrapeConfig.items(alerting, ALERTMANAGERS)
        .filter(YamlMapping.class::isInstance)
        .map(YamlMapping.class::cast)
        .toList();
  }

  private static List<String> items(YamlMapping mapping) {
    return mapping.get(KEY).orElse(null) instanceof YamlSequence list
        ? list.items().stream().map(YamlText::of).toList()
        : List.of();
  }

  /** Warns of relabelling of an entry that a test with one Alertmanager does not apply. */
  static void warn(YamlMapping root, Problems problems) {
    if (!(root.get(ALERTING).orElse(null) instanceof YamlMapping alerting)) {
      return;
    }
    List<YamlMapping> entries = entries(alerting);
    for (YamlMapping entry : entries.stream().skip(1).toList()) {
      if (!items(entry).equals(items(entries.get(0)))) {
        YamlNode place = entry.key(KEY).<YamlNode>map(YamlScalar.class::cast).orElse(entry);
        problems.warning(
            place,
            "a test with one Alertmanager relabels alerts as the first of \"alertmanagers\" does",
            Optional.of("with alertmanager_replicas: 2, the first two entries apply to one each"));
      }
    }
  }

  /**
   * The relabelling for each group of Alertmanagers of a test.
   *
   * @param targets the Alertmanagers, at least one
   */
  List<Group> groups(List<String> targets) {
    if (targets.size() == 1 || entries.size() < 2 || entries.get(0).equals(entries.get(1))) {
      return List.of(new Group(targets, entries.isEmpty() ? List.of() : entries.get(0)));
    }
    List<Group> groups = new ArrayList<>();
    IntStream.range(0, targets.size())
        .forEach(
            i ->
                groups.add(
                    new Group(
                        List.of(targets.get(i)), entries.get(Math.min(i, entries.size() - 1)))));
    return groups;
  }

  /**
   * Alertmanagers that get the same alerts.
   *
   * @param targets where they are
   * @param items the items of their own {@code alert_relabel_configs}
   */
  record Group(List<String> targets, List<String> items) {}
}
