/**
 * Scenario files: promtool's test files with Firedrill's additions, as immutable records with the
 * position of each expectation.
 *
 * <p>Besides promtool's {@code values}, an item of {@code input_series} may use generators and
 * recordings:
 *
 * <pre>{@code
 * - {series: queue_length, steady: 5}                                # up to the end of the test
 * - {series: free_bytes, ramp: {from: 100, to: 0, over: 30m}}
 * - {series: replicas, drop: {from: 3, to: 0, at: 10m, until: 25m}}  # until: back again; may be absent
 * - {series: load, noise: {around: 1, amplitude: 0.2, seed: 7}}      # seed: by default the series' own
 * - series: jobs_total                                               # one piece after the other
 *   values_from:
 *   - {values: 1+1x9}
 *   - {steady: {value: 10, for: 20m}}
 *   - {gap: {for: 5m}}
 *   - {steady: 0}
 * - {series: temperature, csv: {file: a.csv, column: celsius, time: at}}
 * - {openmetrics: {file: dump.om}}              # all its series, or those with the labels of `series`
 * }</pre>
 *
 * <p>A recording is shifted so that its first sample is at the start of the test.
 */
package io.firedrill.internal.scenario;
