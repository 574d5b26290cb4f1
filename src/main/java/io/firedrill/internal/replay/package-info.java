/**
 * What a replay tells: how many messages, to whom, about what and when. Times are the recording's
 * own; days and hours are UTC.
 */
package io.firedrill.internal.replay;
