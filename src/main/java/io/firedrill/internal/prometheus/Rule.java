package io.firedrill.internal.prometheus;

import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;

/**
 * A rule as the user wrote it.
 *
 * @param kind alerting or recording
 * @param name the name of the alert or of the recorded metric
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
