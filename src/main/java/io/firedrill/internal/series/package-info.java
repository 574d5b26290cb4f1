/**
 * Parsers for promtool's series notation, Alertmanager's matchers, and recordings in CSV and
 * OpenMetrics files. Syntax errors have an offset, which callers convert to a position.
 */
package io.firedrill.internal.series;
