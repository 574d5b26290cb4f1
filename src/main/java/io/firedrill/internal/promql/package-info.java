/**
 * PromQL as a syntax tree, and the questions that others ask of it.
 *
 * <p>{@link io.firedrill.internal.promql.Promql} reads an expression into an immutable tree of
 * {@link io.firedrill.internal.promql.Expr}, whose parts know where they stand in the text. It
 * takes the grammar of Prometheus 3.14 with everything that is behind a feature flag, and so every
 * older one: whether the server of a run takes an expression is for that server to say.
 *
 * <p>The parser is a {@link io.firedrill.internal.promql.Lexer}, a parser by precedence ({@link
 * io.firedrill.internal.promql.ExpressionParser}) with a class for each part of the grammar that
 * stands on its own, and {@link io.firedrill.internal.promql.TypeCheck}. A test compares it with
 * the tree that Prometheus itself makes, {@code /api/v1/parse_query}.
 *
 * <p>Questions: {@link io.firedrill.internal.promql.Read} (from when to when samples are read),
 * {@link io.firedrill.internal.promql.MetricNames}, {@link io.firedrill.internal.promql.Threshold}.
 * {@link io.firedrill.internal.promql.Printer} writes a tree as text.
 */
package io.firedrill.internal.promql;
