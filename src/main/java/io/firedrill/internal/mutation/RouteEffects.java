package io.firedrill.internal.mutation;

import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.alertmanager.Routing;
import io.firedrill.internal.source.FileTexts;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlSequence;
import io.firedrill.internal.source.YamlSource;
import io.firedrill.internal.source.YamlText;
import io.firedrill.model.Labels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a configuration of Alertmanager may do with the alerts of a test. Where that is the same
 * with a mistake, so are the notifications.
 */
final class RouteEffects {

  /** Routes are read alike for all versions, except for empty lists of labels. */
  private static final String VERSION = "0.28.1";

  private static final List<String> SECTIONS =
      List.of("route", "receivers", "inhibit_rules", "mute_time_intervals", "time_intervals");

  private RouteEffects() {}

  /** The effects, equal for configurations that do the same; empty if nothing is known. */
  static Optional<List<Object>> of(Path file, FileTexts texts, List<Labels> alerts) {
    try {
      YamlSource source = YamlSource.readConfiguration(file, texts);
      if (!(source.documents().get(0) instanceof YamlMapping root)) {
        return Optional.empty();
      }
      Routing routing = Routing.read(file, VERSION, texts);
      List<Object> effects = new ArrayList<>();
      Set<String> receivers = new TreeSet<>();
      Set<String> intervals = new TreeSet<>();
      for (Labels alert : alerts) {
        for (Route.Path path : routing.root().taken(alert)) {
          Route route = path.route();
          receivers.add(route.receiver());
          intervals.addAll(route.muteTimeIntervals());
          intervals.addAll(route.activeTimeIntervals());
          effects.add(effect(alert, path));
        }
      }
      effects.add(inhibitions(routing, alerts));
      effects.add(named(root, List.of("receivers"), receivers));
      effects.add(named(root, List.of("mute_time_intervals", "time_intervals"), intervals));
      YamlMapping rest = root;
      for (String section : SECTIONS) {
        rest = rest.without(section);
      }
      effects.add(YamlText.of(rest));
      return Optional.of(effects);
    } catch (InputException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static List<Object> effect(Labels alert, Route.Path path) {
    Route route = path.route();
    return List.of(
        alert,
        path.routes().stream().map(Route::matchersText).toList(),
        route.receiver(),
        route.groupBy(),
        route.groupWait(),
        route.groupInterval(),
        route.repeatInterval(),
        route.muteTimeIntervals(),
        route.activeTimeIntervals());
  }

  /** Which alerts inhibit which. */
  private static Set<List<Labels>> inhibitions(Routing routing, List<Labels> alerts) {
    Set<List<Labels>> pairs = new HashSet<>();
    for (Labels source : alerts) {
      for (Labels target : alerts) {
        if (routing.inhibitRules().stream().anyMatch(rule -> rule.inhibits(source, target))) {
          pairs.add(List.of(source, target));
        }
      }
    }
    return pairs;
  }

  private static String named(YamlMapping root, List<String> sections, Set<String> names) {
    return sections.stream()
        .flatMap(section -> root.get(section).stream())
        .filter(YamlSequence.class::isInstance)
        .flatMap(list -> ((YamlSequence) list).items().stream())
        .filter(
            item ->
                item instanceof YamlMapping m
                    && m.get("name").stream().anyMatch(n -> names.contains(n.toString())))
        .map(YamlText::of)
        .collect(Collectors.joining("\n"));
  }
}
