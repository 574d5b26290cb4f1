package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.Problems;
import java.time.Duration;
import java.util.Optional;

/** The keys {@code at}, {@code from} and {@code to}: a point in time, or a window. */
record Window(Optional<Duration> at, Optional<Duration> from, Optional<Duration> to) {

  static Window read(Fields fields, Problems problems) {
    Optional<Duration> at = fields.duration("at");
    Optional<Duration> from = fields.duration("from");
    Optional<Duration> to = fields.duration("to");
    if (at.isPresent() && (from.isPresent() || to.isPresent())) {
      problems.error(fields.key("at"), "\"at\" cannot be combined with \"from\" or \"to\"");
      return new Window(at, Optional.empty(), Optional.empty());
    }
    if (from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) > 0) {
      problems.error(fields.key("to"), "the window ends before it begins");
    }
    return new Window(at, from, to);
  }
}
