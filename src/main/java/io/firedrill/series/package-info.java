/**
 * Series as text and by rule: promtool's series notation, and generators. Imports {@code model}
 * only; errors carry an offset into the text, which the caller turns into a position in a file.
 */
package io.firedrill.series;
