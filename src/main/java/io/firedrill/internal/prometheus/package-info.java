/**
 * Talks to a Prometheus server: writes samples, asks queries, reads rules and alerts, reloads.
 * Reads rule files, decides which groups are evaluated together, places them so that they are
 * evaluated exactly when a test wants them to be, and finds what the server says about them in the
 * user's file.
 */
package io.firedrill.internal.prometheus;
