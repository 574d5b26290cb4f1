/**
 * A parser for PromQL, and analyses of expressions.
 *
 * <p>{@link io.firedrill.internal.promql.Promql} parses an expression into an immutable tree of
 * {@link io.firedrill.internal.promql.Expr}, whose nodes know their place in the text. It accepts
 * the grammar of Prometheus 3.14 with all feature flags, and so those of older versions. Whether
 * the server of a run accepts an expression is left to that server.
 *
 * <p>It consists of a {@link io.firedrill.internal.promql.Lexer}, a precedence parser ({@link
 * io.firedrill.internal.promql.ExpressionParser}) with a class for each independent part of the
 * grammar, and {@link io.firedrill.internal.promql.TypeCheck}. A test compares its trees with those
 * of Prometheus's {@code /api/v1/parse_query}.
 *
 * <p>The analyses are {@link io.firedrill.internal.promql.Read} (the times from which samples are
 * read), {@link io.firedrill.internal.promql.MetricNames}, {@link
 * io.firedrill.internal.promql.Threshold}. {@link io.firedrill.internal.promql.Printer} prints a
 * tree.
 */
package io.firedrill.internal.promql;
