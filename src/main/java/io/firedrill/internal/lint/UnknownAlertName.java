package io.firedrill.internal.lint;

import io.firedrill.internal.lint.AlertNameMatcher.Kind;
import io.firedrill.internal.lint.AlertNameMatcher.Sense;
import io.firedrill.internal.source.GoRegex;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A route or an inhibition rule names an alert that no rule raises, because it was renamed or
 * misspelt.
 */
final class UnknownAlertName implements RouteCheck {

  private static final List<String> LISTS =
      List.of("matchers", "source_matchers", "target_matchers");
  private static final List<String> MAPPINGS = List.of("match", "source_match", "target_match");
  private static final List<String> EXPRESSIONS =
      List.of("match_re", "source_match_re", "target_match_re");

  private final Set<String> alerts;

  /**
   * Creates a check against known alerts.
   *
   * @param alerts the names in the rule files; if empty, the rules are elsewhere, and every name is
   *     accepted
   */
  UnknownAlertName(Set<String> alerts) {
    this.alerts = Set.copyOf(alerts);
  }

  @Override
  public String name() {
    return "route/alertname";
  }

  @Override
  public String about() {
    return "Routes and inhibition rules name alerts that exist";
  }

  @Override
  public void check(YamlMapping configuration, Findings findings) {
    if (!alerts.isEmpty()) {
      Stream.of("route", "inhibit_rules")
          .flatMap(key -> configuration.get(key).stream())
          .flatMap(UnknownAlertName::matchers)
          .filter(matcher -> !known(matcher))
          .forEach(matcher -> add(matcher, findings));
    }
  }

  private boolean known(AlertNameMatcher matcher) {
    if (matcher.kind() == Kind.NAME) {
      return matcher.value().isEmpty() || alerts.contains(matcher.value());
    }
    try {
      GoRegex regex = GoRegex.compile(matcher.value());
      return alerts.stream().anyMatch(regex::matches);
    } catch (GoRegex.BadRegexException e) {
      return true; // Alertmanager reports invalid regular expressions.
    }
  }

  private void add(AlertNameMatcher matcher, Findings findings) {
    String message =
        matcher.kind() == Kind.NAME
            ? "no rule raises an alert \"" + matcher.value() + "\""
            : "no rule raises an alert that matches \"" + matcher.value() + "\"";
    Optional<String> hint = Suggestions.hint(matcher.value(), alerts);
    findings.add(
        matcher.scalar(),
        matcher.offset(),
        matcher.value().length(),
        message,
        hint.orElse(
            matcher.sense() == Sense.MATCHES
                ? "a route or an inhibition rule for it has no effect"
                : "the matcher excludes no alert"));
  }

  private static Stream<AlertNameMatcher> matchers(YamlNode node) {
    if (node instanceof YamlSequence list) {
      return list.items().stream().flatMap(UnknownAlertName::matchers);
    }
    if (!(node instanceof YamlMapping mapping)) {
      return Stream.empty();
    }
    return Stream.of(
            LISTS.stream()
                .flatMap(key -> mapping.get(key).stream())
                .flatMap(UnknownAlertName::texts),
            named(mapping, MAPPINGS, Kind.NAME),
            named(mapping, EXPRESSIONS, Kind.EXPRESSION),
            mapping.get("routes").stream().flatMap(UnknownAlertName::matchers))
        .flatMap(all -> all);
  }

  private static Stream<AlertNameMatcher> texts(YamlNode list) {
    return list instanceof YamlSequence sequence
        ? sequence.items().stream()
            .filter(YamlScalar.class::isInstance)
            .flatMap(item -> AlertNameMatcher.in((YamlScalar) item).stream())
        : Stream.empty();
  }

  private static Stream<AlertNameMatcher> named(YamlMapping mapping, List<String> keys, Kind kind) {
    return keys.stream()
        .flatMap(key -> mapping.get(key).stream())
        .filter(YamlMapping.class::isInstance)
        .flatMap(match -> RuleParts.scalar((YamlMapping) match, "alertname").stream())
        .flatMap(value -> AlertNameMatcher.value(value, kind).stream());
  }
}
