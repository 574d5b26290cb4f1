/**
 * Series as text and by rule: promtool's series notation, Alertmanager's notation of matchers,
 * generators, and recordings in CSV and OpenMetrics files. A mistake in a piece of notation carries
 * its offset, which the caller turns into a position.
 */
package io.firedrill.internal.series;
