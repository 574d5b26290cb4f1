/** Alertmanager: its API, and its configuration, whose receivers are redirected to Firedrill. */
package io.firedrill.internal.alertmanager;
