package io.firedrill.internal.alertmanager;

import io.firedrill.internal.series.MatcherNotation;
import io.firedrill.internal.series.SeriesSyntaxException;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.LabelMatcher.Operator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The values of a configuration's keys. Values of an unexpected type are reported and skipped. */
final class RoutingNodes {

  private static final Set<String> TRUE = Set.of("true", "yes", "on", "y");

  private final Problems problems;

  RoutingNodes(Problems problems) {
    this.problems = problems;
  }

  Optional<YamlMapping> mapping(YamlMapping parent, String key) {
    return value(parent, key).flatMap(v -> expect(YamlMapping.class, v, "a mapping", key));
  }

  List<YamlMapping> mappings(YamlMapping parent, String key) {
    List<YamlMapping> found = new ArrayList<>();
    for (YamlNode item : items(parent, key)) {
      if (!item.isNull()) {
        expect(YamlMapping.class, item, "a mapping", key).ifPresent(found::add);
      }
    }
    return found;
  }

  Optional<String> text(YamlMapping parent, String key) {
    return scalar(parent, key).map(YamlScalar::text);
  }

  List<String> texts(YamlMapping parent, String key) {
    return scalars(parent, key).stream().map(YamlScalar::text).toList();
  }

  Optional<Boolean> flag(YamlMapping parent, String key) {
    return text(parent, key).map(t -> TRUE.contains(t.toLowerCase(Locale.ROOT)));
  }

  Optional<Duration> duration(YamlMapping parent, String key) {
    return scalar(parent, key)
        .flatMap(
            scalar -> {
              Optional<Duration> duration = PrometheusDuration.parse(scalar.text());
              if (duration.isEmpty()) {
                problems.error(scalar, "not a duration: \"" + scalar.text() + "\"");
              }
              return duration;
            });
  }

  /** Matchers in all three forms; all of them must match. */
  List<LabelMatcher> matchers(YamlMapping parent, String equal, String regex, String notation) {
    List<LabelMatcher> matchers = new ArrayList<>();
    matchers.addAll(pairs(parent, equal, Operator.EQUAL));
    matchers.addAll(pairs(parent, regex, Operator.MATCHES));
    for (YamlScalar text : scalars(parent, notation)) {
      try {
        matchers.addAll(MatcherNotation.parse(text.text()));
      } catch (SeriesSyntaxException e) {
        problems.error(text, e.offset(), e.length(), e.getMessage());
      }
    }
    return matchers;
  }

  private List<LabelMatcher> pairs(YamlMapping parent, String key, Operator operator) {
    List<LabelMatcher> matchers = new ArrayList<>();
    for (YamlMapping.Entry entry :
        mapping(parent, key).map(YamlMapping::entries).orElse(List.of())) {
      expect(YamlScalar.class, entry.value(), "text", key)
          .map(value -> new LabelMatcher(entry.key().text(), operator, value.text()))
          .ifPresent(matchers::add);
    }
    return matchers;
  }

  /** A mapping from names to texts; other values are left to the server. */
  Map<String, String> textMap(YamlMapping parent, String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (value(parent, key).orElse(null) instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        if (entry.value() instanceof YamlScalar text && !text.isNull()) {
          texts.put(entry.key().text(), text.text());
        }
      }
    }
    return texts;
  }

  private Optional<YamlScalar> scalar(YamlMapping parent, String key) {
    return value(parent, key).flatMap(v -> expect(YamlScalar.class, v, "text", key));
  }

  private List<YamlScalar> scalars(YamlMapping parent, String key) {
    List<YamlScalar> found = new ArrayList<>();
    for (YamlNode item : items(parent, key)) {
      expect(YamlScalar.class, item, "text", key).ifPresent(found::add);
    }
    return found;
  }

  private List<YamlNode> items(YamlMapping parent, String key) {
    return value(parent, key)
        .flatMap(v -> expect(YamlSequence.class, v, "a list", key))
        .map(YamlSequence::items)
        .orElse(List.of());
  }

  private static Optional<YamlNode> value(YamlMapping parent, String key) {
    return parent.get(key).filter(v -> !v.isNull());
  }

  private <T extends YamlNode> Optional<T> expect(
      Class<T> kind, YamlNode node, String what, String key) {
    if (!kind.isInstance(node)) {
      problems.error(node, "expected " + what + " for \"" + key + "\", found " + node.kind());
      return Optional.empty();
    }
    return Optional.of(kind.cast(node));
  }
}
