/**
 * Alertmanager: its API, and its configuration, whose receivers are redirected to where Firedrill
 * listens. May import {@code model} and {@code source}.
 */
package io.firedrill.alertmanager;
