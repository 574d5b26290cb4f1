package io.firedrill.internal.timeline;

import io.firedrill.model.Timeline;
import java.util.List;
import java.util.Optional;

/**
 * A timeline that was equally possible, because the servers leave the order open.
 *
 * @param receiver the receiver whose notifications differ
 * @param cause what is undetermined, as text
 * @param here the virtual time since the start in the actual timeline, as text
 * @param there the virtual time in this timeline, as text
 * @param timeline the events; empty if the actual timeline ends too early to calculate them
 */
public record OtherTimeline(
    String receiver, String cause, String here, String there, Optional<Timeline> timeline) {

  /** The known alternatives to a timeline. */
  public static List<OtherTimeline> beside(Timeline timeline) {
    return timeline instanceof RunTimeline run ? run.others() : List.of();
  }
}
