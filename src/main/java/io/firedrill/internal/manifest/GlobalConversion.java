package io.firedrill.internal.manifest;

import io.firedrill.internal.source.ConfigurationKeys;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import java.util.Optional;

/** The global settings of an Alertmanager manifest; what does not matter in tests is left out. */
final class GlobalConversion {

  private final Problems problems;
  private final SecretReferences secrets;

  GlobalConversion(Problems problems) {
    this.problems = problems;
    this.secrets = new SecretReferences(problems);
  }

  YamlMapping convert(YamlMapping global) {
    Nodes converted = new Nodes(global);
    for (YamlMapping.Entry entry : global.entries()) {
      YamlScalar key = entry.key();
      switch (key.text()) {
        case "resolveTimeout", "pagerdutyUrl" ->
            converted.put(key, ConfigurationKeys.inSnakeCase(key.text()), entry.value());
        case "slackApiUrl", "opsGenieApiUrl", "opsGenieApiKey" -> {
          String name = ConfigurationKeys.inSnakeCase(key.text().replace("opsGenie", "opsgenie"));
          secrets.replaced(entry.value(), name, false).ifPresent(v -> converted.put(key, name, v));
        }
        case "smtp" -> smtp(entry.value(), converted);
        case "httpConfig" ->
            new ConnectionConversion(problems, secrets)
                .http(entry.value())
                .ifPresent(http -> converted.put(key, "http_config", http));
        default -> {
          if (entry.value() instanceof YamlMapping part) {
            part(part, ConfigurationKeys.inSnakeCase(key.text()), converted);
          } else {
            problems.warning(key, "\"" + key.text() + "\" is left out in tests");
          }
        }
      }
    }
    return converted.mapping();
  }

  /** The settings of a kind of integration, whose names begin with it. */
  private void part(YamlMapping part, String kind, Nodes converted) {
    for (YamlMapping.Entry entry : part.entries()) {
      String name = kind + "_" + ConfigurationKeys.inSnakeCase(entry.key().text());
      value(entry.value(), name).ifPresent(v -> converted.put(entry.key(), name, v));
    }
  }

  private void smtp(YamlNode node, Nodes converted) {
    if (!(node instanceof YamlMapping smtp)) {
      return;
    }
    for (YamlMapping.Entry entry : smtp.entries()) {
      String key = entry.key().text();
      if (key.equals("smartHost")) {
        String host = Manifest.text(entry.value(), "host").map(YamlScalar::text).orElse("");
        String port = Manifest.text(entry.value(), "port").map(YamlScalar::text).orElse("");
        converted.put(entry.key(), "smtp_smarthost", entry.key().asText(host + ":" + port));
      } else if (!key.equals("tlsConfig")) {
        String name = "smtp_" + ConfigurationKeys.inSnakeCase(key);
        value(entry.value(), name).ifPresent(v -> converted.put(entry.key(), name, v));
      }
    }
  }

  private Optional<YamlNode> value(YamlNode value, String name) {
    return value instanceof YamlMapping ? secrets.replaced(value, name, false) : Optional.of(value);
  }
}
