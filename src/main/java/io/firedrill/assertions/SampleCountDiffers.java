package io.firedrill.assertions;

import io.firedrill.internal.live.AnsweredQuery;
import io.firedrill.internal.prometheus.QueryResult.Element;
import io.firedrill.internal.verdict.Counts;
import io.firedrill.internal.verdict.FailureText;
import io.firedrill.internal.verdict.SampleComparison;
import io.firedrill.internal.verdict.VirtualTime;
import java.util.List;
import java.util.Optional;

/** An expression yields more or fewer samples than expected. */
final class SampleCountDiffers {

  private static final int SHOWN = 20;

  private SampleCountDiffers() {}

  static Optional<String> check(AnsweredQuery answer, List<Element> found, int expected) {
    if (found.size() == expected) {
      return Optional.empty();
    }
    VirtualTime time = new VirtualTime(answer.observed().timeline().start());
    FailureText text =
        new FailureText(
            QueryAssert.query(answer).title(time)
                + ": "
                + Counts.difference("sample", expected, found.size()));
    if (!found.isEmpty()) {
      text.section(
          "the result:",
          found.stream()
              .map(e -> e.labels() + " " + SampleComparison.text(e.value()))
              .sorted()
              .limit(SHOWN)
              .toList());
    }
    if (found.size() > SHOWN) {
      text.line("and " + Counts.of(found.size() - SHOWN, "more sample"));
    }
    return Optional.of(text.timeline(answer.observed(), answer.time(), answer.time()).text());
  }
}
