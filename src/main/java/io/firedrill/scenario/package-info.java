/**
 * Scenario files: promtool's test files and what Firedrill adds to them, as immutable records that
 * know where each expectation stands. Imports {@code model}, {@code series} and {@code source}.
 */
package io.firedrill.scenario;
