/**
 * Alertmanager: its API, and its configuration, whose receivers are redirected to where Firedrill
 * listens. May import {@code model}, {@code source} and {@code series}.
 */
package io.firedrill.alertmanager;
