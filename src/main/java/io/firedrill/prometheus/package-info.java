/**
 * Talks to a Prometheus server: writes samples, asks queries, reads rules and alerts, reloads, and
 * places rule groups so that they are evaluated exactly when a test wants them to be. Imports
 * {@code model} and {@code source}.
 */
package io.firedrill.prometheus;
