package io.firedrill.internal.prometheus;

import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.YamlMapping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A rule group as the user wrote it.
 *
 * @param name its name, unique within its file only
 * @param position where it begins
 * @param interval its own evaluation interval, virtual time; empty if the server's default applies
 * @param rules its rules, in the order of evaluation
 * @param node the whole group
 */
public record RuleGroup(
    String name,
    Position position,
    Optional<Duration> interval,
    List<Rule> rules,
    YamlMapping node) {
  public RuleGroup {
    rules = List.copyOf(rules);
  }
}
