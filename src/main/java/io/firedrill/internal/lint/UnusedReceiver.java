package io.firedrill.internal.lint;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import java.util.HashSet;
import java.util.Set;

/** A receiver that no route names gets no notifications. */
final class UnusedReceiver implements RouteCheck {

  @Override
  public String name() {
    return "route/receiver";
  }

  @Override
  public String about() {
    return "Every receiver is used by a route";
  }

  @Override
  public void check(YamlMapping configuration, Findings findings) {
    Set<String> named = new HashSet<>();
    configuration.get("route").ifPresent(route -> collect(route, named));
    if (configuration.get("receivers").orElse(null) instanceof YamlSequence receivers) {
      for (YamlNode receiver : receivers.items()) {
        if (receiver instanceof YamlMapping mapping) {
          RuleParts.scalar(mapping, "name")
              .filter(name -> !named.contains(name.text()))
              .ifPresent(name -> add(name, findings));
        }
      }
    }
  }

  private static void add(YamlScalar name, Findings findings) {
    findings.add(name, "no route leads to receiver \"" + name.text() + "\"");
  }

  private static void collect(YamlNode route, Set<String> named) {
    if (route instanceof YamlMapping mapping) {
      RuleParts.scalar(mapping, "receiver").ifPresent(r -> named.add(r.text()));
      if (mapping.get("routes").orElse(null) instanceof YamlSequence routes) {
        routes.items().forEach(child -> collect(child, named));
      }
    }
  }
}
