/**
 * The client for a Prometheus server: it writes samples, queries, reads rules and alerts, and
 * reloads. Reads rule files, decides which groups are evaluated together, aligns their evaluations
 * with the start of a test, and maps the server's errors to the user's files.
 */
package io.firedrill.internal.prometheus;
