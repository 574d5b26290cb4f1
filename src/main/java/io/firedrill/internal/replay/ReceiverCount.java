package io.firedrill.internal.replay;

import java.time.Instant;

/**
 * The notifications to one integration of a receiver.
 *
 * @param receiver the receiver's name
 * @param integration the integration's kind
 * @param firing the number of notifications with a firing alert
 * @param resolved the number of other notifications: all alerts are resolved, or the status is
 *     unknown
 * @param first the time of the first notification
 * @param last the time of the last notification
 */
public record ReceiverCount(
    String receiver, String integration, int firing, int resolved, Instant first, Instant last) {}
