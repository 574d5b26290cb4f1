package io.firedrill.prometheus;

import io.firedrill.source.Position;
import io.firedrill.source.YamlMapping;
import io.firedrill.source.YamlScalar;

/**
 * A rule as the user wrote it.
 *
 * @param kind alerting or recording
 * @param name the alert's name, or the recorded metric's
 * @param expr the expression
 * @param position where the rule begins
 * @param exprScalar the expression in the file; {@link YamlScalar#positionAt(int)} finds a
 *     character of {@code expr}
 * @param node the whole rule
 */
public record Rule(
    RuleStatus.Kind kind,
    String name,
    String expr,
    Position position,
    YamlScalar exprScalar,
    YamlMapping node) {}
