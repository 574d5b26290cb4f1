package io.firedrill.internal.source;

import io.firedrill.internal.source.ConfigurationKeys.Below;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which scalars of a configuration may be shown. A value may be shown if its path is known to be
 * harmless, or if it cannot be a secret: true and false, null, a duration, a size, or one of a few
 * choices.
 */
final class Disclosure {

  private static final Pattern HARMLESS =
      Pattern.compile(
          "(?i:true|false|null|~|basic|bearer|([0-9]+(ms|[smhdwy]|[kmgtpe]?i?b)){0,4})"
              + "|A|AAAA|MX|NS|SRV|teams?|user|escalation|schedule|\\$1"
              + "|https://slack\\.com/api/chat\\.postMessage");

  private static final Pattern HOST_AND_PORT =
      Pattern.compile("([A-Za-z0-9_.-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

  private static final Pattern IDENTIFIER = Pattern.compile("[a-z][A-Za-z0-9_]{0,60}");

  private final Set<YamlScalar> shown = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<YamlScalar> hidden = Collections.newSetFromMap(new IdentityHashMap<>());

  Disclosure(Iterable<YamlNode> documents) {
    documents.forEach(document -> visit(document, Below.SECTION));
  }

  /** Whether a scalar may be shown. An anchored one must be harmless wherever it is used. */
  boolean isShown(YamlScalar scalar) {
    return shown.contains(scalar) && !hidden.contains(scalar);
  }

  Set<YamlScalar> shown() {
    return shown;
  }

  Set<YamlScalar> hidden() {
    return hidden;
  }

  private void visit(YamlNode node, Below below) {
    if (node instanceof YamlMapping mapping) {
      Optional<String> kind = below == Below.SECTION ? ManifestKind.of(mapping) : Optional.empty();
      mapping
          .entries()
          .forEach(
              entry -> {
                if (kind.isPresent()) {
                  visitManifest(kind.get(), entry);
                } else {
                  visit(entry, below);
                }
              });
    } else if (node instanceof YamlSequence list) {
      list.items().forEach(item -> visit(item, below));
    } else if (node instanceof YamlScalar scalar) {
      note(scalar, isHarmless(scalar.text(), below));
    }
  }

  /** A part of a manifest. Its metadata may contain a copy of all the rest. */
  private void visitManifest(String kind, YamlMapping.Entry entry) {
    String key = entry.key().text();
    note(entry.key(), true);
    if (key.equals("metadata") && entry.value() instanceof YamlMapping metadata) {
      for (YamlMapping.Entry own : metadata.entries()) {
        note(own.key(), true);
        boolean harmless = List.of("name", "namespace", "labels").contains(own.key().text());
        visit(own.value(), harmless ? Below.SHOWN : Below.HIDDEN);
      }
    } else {
      visit(entry.value(), ManifestKind.below(kind, key));
    }
  }

  private void visit(YamlMapping.Entry entry, Below below) {
    String key = entry.key().text();
    note(entry.key(), isHarmlessKey(key, entry.value(), below));
    visit(entry.value(), below == Below.SECTION ? ConfigurationKeys.below(key) : within(below));
  }

  private static Below within(Below below) {
    return below == Below.SHOWN ? Below.SHOWN : Below.HIDDEN;
  }

  private void note(YamlScalar scalar, boolean isHarmless) {
    (isHarmless ? shown : hidden).add(scalar);
  }

  private static boolean isHarmless(String text, Below below) {
    return below == Below.SHOWN
        || below == Below.ADDRESS && HOST_AND_PORT.matcher(text).matches()
        || HARMLESS.matcher(text).matches();
  }

  /** Whether a key may be shown. One without a value may be a value in braces: {@code {secret}}. */
  private static boolean isHarmlessKey(String key, YamlNode value, Below below) {
    return switch (below) {
      case SHOWN -> true;
      case SECTION ->
          ConfigurationKeys.isKnown(key) || !value.isNull() && IDENTIFIER.matcher(key).matches();
      case ADDRESS, NAMES, HIDDEN -> ConfigurationKeys.isKnown(key);
    };
  }
}
