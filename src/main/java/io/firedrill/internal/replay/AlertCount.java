package io.firedrill.internal.replay;

/**
 * The alerts and notifications of one alerting rule's name.
 *
 * @param alertname the alerts' name
 * @param messages the number of notifications, to all receivers, with a firing alert of this name
 * @param fired how often one of them started to fire
 * @param series the number of different label sets that fired
 * @param firingSeconds the total time for which they fired
 */
public record AlertCount(
    String alertname, int messages, int fired, int series, long firingSeconds) {}
