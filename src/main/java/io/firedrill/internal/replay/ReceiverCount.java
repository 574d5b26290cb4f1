package io.firedrill.internal.replay;

import java.time.Instant;

/**
 * What one integration of a receiver got.
 *
 * @param receiver the receiver's name
 * @param integration the integration's kind
 * @param firing how many messages say that something fires
 * @param resolved how many say that all of a group is resolved, or do not say
 * @param first when the first came
 * @param last when the last came
 */
public record ReceiverCount(
    String receiver, String integration, int firing, int resolved, Instant first, Instant last) {}
