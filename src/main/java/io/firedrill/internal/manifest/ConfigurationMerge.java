package io.firedrill.internal.manifest;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds AlertmanagerConfigs to a configuration, as the operator does: their routes come before its
 * own, and let alerts continue to the next route.
 */
final class ConfigurationMerge {

  private static final String ROUTES = "routes";

  private final OperatorSettings settings;
  private final Optional<AlertmanagerObject> object;

  ConfigurationMerge(OperatorSettings settings, Optional<AlertmanagerObject> object) {
    this.settings = settings;
    this.object = object;
  }

  YamlMapping merge(YamlMapping base, List<ConvertedConfig> configs) {
    List<YamlNode> routes = new ArrayList<>();
    List<YamlNode> receivers = new ArrayList<>();
    List<YamlNode> rules = new ArrayList<>();
    List<YamlNode> intervals = new ArrayList<>();
    for (ConvertedConfig config : configs) {
      config.inhibitRules().forEach(rule -> rules.add(limited(config, rule)));
      // The operator skips the rest of one without a route.
      if (config.route().isPresent()) {
        routes.add(route(config, config.route().get()));
        receivers.addAll(config.receivers());
        intervals.addAll(config.timeIntervals());
      }
    }
    YamlMapping merged = added(base, "inhibit_rules", rules);
    merged = added(merged, "receivers", receivers);
    merged = added(merged, "mute_time_intervals", intervals);
    if (merged.get("route").orElse(null) instanceof YamlMapping root && !routes.isEmpty()) {
      routes.addAll(root.get(ROUTES).map(Nodes::items).orElse(List.of()));
      merged = merged.with("route", root.with(ROUTES, new YamlSequence(root.position(), routes)));
    }
    return merged;
  }

  private YamlMapping route(ConvertedConfig config, YamlMapping route) {
    YamlMapping own = isLimited(config) ? within(config, route, "matchers") : route;
    return own.with("continue", YamlScalar.plain("true"));
  }

  private YamlMapping limited(ConvertedConfig config, YamlMapping rule) {
    return isLimited(config)
        ? within(config, within(config, rule, "source_matchers"), "target_matchers")
        : rule;
  }

  private static YamlMapping within(ConvertedConfig config, YamlMapping mapping, String key) {
    return MatcherConversion.within(config.name().namespace(), mapping, key);
  }

  private boolean isLimited(ConvertedConfig config) {
    MatcherStrategy strategy =
        settings
            .strategy()
            .or(() -> object.flatMap(AlertmanagerObject::strategy))
            .orElse(MatcherStrategy.ON_NAMESPACE);
    String namespace =
        settings
            .alertmanagerNamespace()
            .or(() -> object.flatMap(o -> settings.namespaceOf(o.manifest())))
            .orElse("");
    return strategy.limits(config.name().namespace(), namespace);
  }

  private static YamlMapping added(YamlMapping base, String key, List<YamlNode> more) {
    if (more.isEmpty()) {
      return base;
    }
    List<YamlNode> all = new ArrayList<>(base.get(key).map(Nodes::items).orElse(List.of()));
    all.addAll(more);
    return base.with(key, new YamlSequence(base.position(), all));
  }
}
