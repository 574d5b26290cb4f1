/**
 * Alertmanager: its API, and its configuration, whose receivers are redirected to where Firedrill
 * listens. May import {@code model}, {@code source}, {@code series}, {@code vetting} and {@code
 * http}.
 */
package io.firedrill.internal.alertmanager;
