package io.firedrill.internal.receiver;

import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads receivers, and rejects those that cannot be captured: nothing may reach a real host. */
public final class ReceiverReader {

  private final Problems problems;

  /** A reader that reports errors. */
  public ReceiverReader(Problems problems) {
    this.problems = problems;
  }

  /** Reads the section {@code receivers}. */
  public List<Receiver> read(YamlNode nodes) {
    List<Receiver> receivers = new ArrayList<>();
    if (nodes instanceof YamlSequence list) {
      // Null receivers are skipped, as newer versions do.
      list.items().stream()
          .filter(node -> !node.isNull())
          .forEach(node -> receiver(node).ifPresent(receivers::add));
    } else if (!nodes.isNull()) {
      problems.error(nodes, "expected a list for \"receivers\", found " + nodes.kind());
    }
    return receivers;
  }

  private Optional<Receiver> receiver(YamlNode node) {
    if (!(node instanceof YamlMapping mapping)) {
      problems.error(node, "expected a mapping for a receiver, found " + node.kind());
      return Optional.empty();
    }
    mapping.entries().forEach(this::integrations);
    Optional<YamlScalar> name =
        mapping
            .get("name")
            .filter(YamlScalar.class::isInstance)
            .map(YamlScalar.class::cast)
            .filter(n -> !n.isNull() && !n.text().isEmpty());
    if (name.isEmpty()) {
      YamlNode at = mapping.key("name").map(YamlNode.class::cast).orElse(node);
      problems.error(at, "\"name\" is missing in a receiver");
    }
    return name.map(n -> new Receiver(n.text(), mapping));
  }

  private void integrations(YamlMapping.Entry entry) {
    String key = entry.key().text();
    Optional<ReceiverKind> kind = ReceiverKinds.of(key);
    if (kind.isPresent()) {
      integrations(kind.get(), entry.value());
    } else if (!ReceiverKinds.keys().contains(key)) {
      problems.error(
          entry.key(),
          "unknown key \"" + key + "\" in a receiver",
          Suggestions.hint(key, ReceiverKinds.keys())
              .or(
                  () ->
                      Optional.of("expected one of: " + String.join(", ", ReceiverKinds.keys()))));
    }
  }

  private void integrations(ReceiverKind kind, YamlNode value) {
    if (value instanceof YamlSequence list) {
      list.items().forEach(item -> integration(kind, item));
    } else if (!value.isNull()) {
      problems.error(value, "expected a list for \"" + kind.key() + "\", found " + value.kind());
    }
  }

  private void integration(ReceiverKind kind, YamlNode item) {
    if (item instanceof YamlMapping settings) {
      KnownSettings.warn(kind.settings(), settings, problems);
      kind.check(settings, problems);
    } else {
      problems.error(
          item, "expected a mapping for an item of \"" + kind.key() + "\", found " + item.kind());
    }
  }
}
