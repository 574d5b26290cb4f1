/**
 * A rig: Prometheus and Alertmanager servers under one virtual clock. The packages below run them
 * in containers or as processes.
 */
package io.firedrill.internal.rig;
