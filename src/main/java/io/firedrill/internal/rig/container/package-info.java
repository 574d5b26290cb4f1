/**
 * Servers that run in a container, made from Prometheus's and Alertmanager's own images. The
 * container engine, its registries and the images' names are found as Testcontainers finds them.
 */
package io.firedrill.internal.rig.container;
