/**
 * Alertmanager: its API, and its configuration, whose receivers are redirected to where Firedrill
 * listens.
 */
package io.firedrill.internal.alertmanager;
