package io.firedrill.internal.manifest;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import java.util.List;
import java.util.Optional;

/**
 * An AlertmanagerConfig in Alertmanager's own notation, before it is merged.
 *
 * @param route its route, if it has one
 */
record ConvertedConfig(
    QualifiedName name,
    Optional<YamlMapping> route,
    List<YamlNode> receivers,
    List<YamlMapping> inhibitRules,
    List<YamlNode> timeIntervals) {

  ConvertedConfig {
    receivers = List.copyOf(receivers);
    inhibitRules = List.copyOf(inhibitRules);
    timeIntervals = List.copyOf(timeIntervals);
  }
}
