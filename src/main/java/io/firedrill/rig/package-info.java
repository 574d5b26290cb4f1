/**
 * A rig: a Prometheus and an Alertmanager under one virtual clock, wherever they run. The packages
 * below implement it. May import {@code model} and {@code clock}.
 */
package io.firedrill.rig;
