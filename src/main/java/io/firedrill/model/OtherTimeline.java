package io.firedrill.model;

import java.util.Optional;

/**
 * What may have happened as well as a timeline, where the servers leave it open.
 *
 * @param receiver the receiver whose notifications differ
 * @param cause what is open, for people
 * @param here the virtual time since the start that is the timeline's, for people
 * @param there the one that is this one's, for people
 * @param timeline all that may have happened; empty where the timeline ends too early to tell
 */
public record OtherTimeline(
    String receiver, String cause, String here, String there, Optional<Timeline> timeline) {}
