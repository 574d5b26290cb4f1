/**
 * Servers in a container, made from Prometheus's and Alertmanager's own images. Testcontainers
 * finds the container engine, its registries and the images' names.
 */
package io.firedrill.internal.rig.container;
