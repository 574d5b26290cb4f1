/**
 * A rig: a Prometheus and an Alertmanager under one virtual clock, wherever they run. The packages
 * below implement it. May import {@code model}, {@code clock} and {@code http}.
 */
package io.firedrill.internal.rig;
