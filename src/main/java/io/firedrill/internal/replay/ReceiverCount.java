package io.firedrill.internal.replay;

import java.time.Instant;

/**
 * The messages to one integration of a receiver.
 *
 * @param receiver the receiver's name
 * @param integration the integration's kind
 * @param firing the number of messages with a firing alert
 * @param resolved the number of other messages: all alerts are resolved, or the status is unknown
 * @param first the time of the first message
 * @param last the time of the last message
 */
public record ReceiverCount(
    String receiver, String integration, int firing, int resolved, Instant first, Instant last) {}
