/**
 * Kubernetes manifests as rules and routes: what the Prometheus operator makes of them before the
 * servers read it.
 */
package io.firedrill.internal.manifest;
