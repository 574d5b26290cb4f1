package io.firedrill.internal.capture;

import java.time.Instant;

/**
 * The last request that an integration made.
 *
 * @param time when; virtual time
 * @param isForced whether the test made the receiver answer as it did
 */
public record LastRequest(Instant time, boolean isForced) {}
