/**
 * A rig: a Prometheus and an Alertmanager under one virtual clock, wherever they run. The packages
 * below implement it.
 */
package io.firedrill.internal.rig;
