package io.firedrill.internal.manifest;

import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an AlertmanagerConfig and converts its parts to Alertmanager's own notation. */
final class AlertmanagerConfigReader {

  private static final String ALPHA = "monitoring.coreos.com/v1alpha1";
  private static final String BETA = "monitoring.coreos.com/v1beta1";
  private static final String NAME = "name";

  private final Problems problems;

  AlertmanagerConfigReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * Converts a manifest.
   *
   * @param namespace the namespace that it is in
   * @return its parts; empty if it is invalid, which is reported
   */
  Optional<ConvertedConfig> read(Manifest manifest, String namespace) {
    Optional<String> intervalsKey = intervalsKey(manifest);
    Optional<YamlNode> spec = manifest.node().get("spec").filter(s -> !s.isNull());
    if (spec.isEmpty()) {
      problems.error(manifest.kindNode(), "\"spec\" is missing in an AlertmanagerConfig");
    }
    if (manifest.name().isEmpty()) {
      problems.error(
          manifest.kindNode(),
          "\"metadata.name\" is missing in an AlertmanagerConfig; it is a part of the names of its"
              + " receivers");
    }
    if (intervalsKey.isEmpty() || spec.isEmpty()) {
      return Optional.empty();
    }
    List<String> known = List.of("route", "receivers", "inhibitRules", intervalsKey.get());
    return Fields.of(spec.get(), "the spec of an AlertmanagerConfig", known, problems)
        .map(
            fields ->
                read(fields, intervalsKey.get(), new QualifiedName(namespace, manifest.name())));
  }

  private Optional<String> intervalsKey(Manifest manifest) {
    switch (manifest.apiVersion()) {
      case ALPHA:
        return Optional.of("muteTimeIntervals");
      case BETA:
        return Optional.of("timeIntervals");
      default:
        problems.error(
            Manifest.text(manifest.node(), "apiVersion").orElse(manifest.kindNode()),
            "unknown version of an AlertmanagerConfig: \"" + manifest.apiVersion() + "\"",
            Optional.of("expected " + ALPHA + " or " + BETA));
        return Optional.empty();
    }
  }

  private ConvertedConfig read(Fields fields, String intervalsKey, QualifiedName name) {
    Set<String> receivers = names(fields, "receivers");
    Set<String> intervals = names(fields, intervalsKey);
    MatcherConversion matchers = new MatcherConversion(problems);
    ReceiverConversion receiver = new ReceiverConversion(name, problems);
    TimeIntervalConversion interval = new TimeIntervalConversion(name, problems);
    RouteConversion route = new RouteConversion(name, receivers, intervals, matchers, problems);
    return new ConvertedConfig(
        name,
        fields.value("route").flatMap(node -> route.root(node)),
        fields.items("receivers").stream().flatMap(r -> receiver.convert(r).stream()).toList(),
        fields.items("inhibitRules").stream()
            .flatMap(r -> matchers.inhibitRule(r).stream())
            .toList(),
        fields.items(intervalsKey).stream().flatMap(i -> interval.convert(i).stream()).toList());
  }

  /** The names of the items of a list; reports those that are used twice. */
  private Set<String> names(Fields fields, String key) {
    Set<String> names = new HashSet<>();
    for (YamlNode item : fields.items(key)) {
      Optional<YamlScalar> name = Manifest.text(item, NAME);
      if (name.isPresent() && !names.add(name.get().text())) {
        problems.error(
            name.get(), "the name \"" + name.get().text() + "\" is used twice in \"" + key + "\"");
      }
    }
    return names;
  }
}
