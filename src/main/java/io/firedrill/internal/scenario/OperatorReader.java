package io.firedrill.internal.scenario;

import io.firedrill.internal.manifest.MatcherStrategy;
import io.firedrill.internal.manifest.OperatorSettings;
import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code prometheus_operator}: what the operator does with manifests. */
final class OperatorReader {

  private static final String KEY = "prometheus_operator";
  private static final String CONFIGS = "alertmanager_configs";
  private static final String STRATEGY = "matcher_strategy";
  private static final String LABEL = "enforced_namespace_label";
  private static final List<String> KEYS =
      List.of(CONFIGS, STRATEGY, "alertmanager_namespace", LABEL, "namespace");
  private static final Pattern LABEL_NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

  private final Reading reading;

  OperatorReader(Reading reading) {
    this.reading = reading;
  }

  OperatorSettings read(Fields file) {
    return file.value(KEY)
        .flatMap(node -> reading.fields(node, "\"" + KEY + "\"", KEYS))
        .map(fields -> settings(fields, file))
        .orElse(OperatorSettings.NONE);
  }

  private OperatorSettings settings(Fields fields, Fields file) {
    if (fields.has(CONFIGS) && file.value("alertmanager_config").isEmpty()) {
      reading
          .problems()
          .error(
              fields.key(CONFIGS),
              "\"" + CONFIGS + "\" needs \"alertmanager_config\", which they are added to");
    }
    return new OperatorSettings(
        text(fields, "namespace"),
        fields.scalar(STRATEGY).flatMap(this::strategy),
        text(fields, "alertmanager_namespace"),
        fields.scalar(LABEL).flatMap(this::label),
        files(fields));
  }

  private static Optional<String> text(Fields fields, String key) {
    return fields.value(key).isPresent()
        ? fields.required(key).map(YamlScalar::text)
        : Optional.empty();
  }

  private Optional<MatcherStrategy> strategy(YamlScalar scalar) {
    Optional<MatcherStrategy> strategy = MatcherStrategy.of(scalar.text());
    if (strategy.isEmpty()) {
      reading
          .problems()
          .error(
              scalar,
              "unknown strategy \"" + scalar.text() + "\"",
              Optional.of("expected one of: " + String.join(", ", MatcherStrategy.names())));
    }
    return strategy;
  }

  private Optional<String> label(YamlScalar scalar) {
    if (LABEL_NAME.matcher(scalar.text()).matches()) {
      return Optional.of(scalar.text());
    }
    reading
        .problems()
        .error(scalar, "expected the name of a label, found \"" + scalar.text() + "\"");
    return Optional.empty();
  }

  private List<Path> files(Fields fields) {
    List<Path> files = new ArrayList<>();
    for (YamlNode item : fields.items(CONFIGS)) {
      fields.scalar(item, "a file").ifPresent(scalar -> files.addAll(matching(scalar)));
    }
    return files.stream().distinct().toList();
  }

  private List<Path> matching(YamlScalar scalar) {
    return new RuleFiles(reading).expand(scalar);
  }
}
