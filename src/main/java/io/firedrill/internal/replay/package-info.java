/**
 * Replays recorded data and counts the resulting notifications by receiver, alert and time. Times
 * are those of the recording; days and hours are in UTC.
 */
package io.firedrill.internal.replay;
