package io.firedrill.internal.manifest;

import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import java.util.List;
import java.util.Optional;

/** References to keys of Secrets and ConfigMaps, whose values are not read. */
final class SecretReferences {

  private static final String SLACK = "https://slack.com/api/chat.postMessage";

  private final Problems problems;

  SecretReferences(Problems problems) {
    this.problems = problems;
  }

  /**
   * A value in the place of the referenced one: an address where one is expected.
   *
   * @param setting the setting's name in Alertmanager's notation
   * @param updates whether the setting is one of a Slack integration that updates its messages,
   *     which Alertmanager accepts only with this address
   */
  Optional<YamlNode> replaced(YamlNode selector, String setting, boolean updates) {
    Optional<Fields> fields =
        Fields.of(
            selector,
            "a reference to a key of a Secret",
            List.of("name", "key", "optional"),
            problems);
    Optional<YamlScalar> key = fields.flatMap(f -> f.required("key"));
    Optional<YamlScalar> name = fields.flatMap(f -> f.required("name"));
    return key.filter(k -> name.isPresent())
        .map(
            k -> {
              if (!setting.endsWith("url")) {
                return k.asText("not-the-secret");
              }
              return k.asText(updates ? SLACK : "http://secret.invalid/");
            });
  }
}
