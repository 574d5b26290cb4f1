/**
 * The kinds of integration that Alertmanager has, one class each: how its settings are pointed at a
 * stand-in, the stand-in, and how what arrives is read.
 */
package io.firedrill.internal.receiver;
