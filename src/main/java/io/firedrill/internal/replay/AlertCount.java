package io.firedrill.internal.replay;

/**
 * How noisy the alerts of one name were.
 *
 * @param alertname the name
 * @param messages how many messages told that one of them fires, each receiver's counted
 * @param fired how many times one of them began to fire
 * @param series how many of them, by their labels, fired
 * @param firingSeconds how long they fired, all together
 */
public record AlertCount(
    String alertname, int messages, int fired, int series, long firingSeconds) {}
