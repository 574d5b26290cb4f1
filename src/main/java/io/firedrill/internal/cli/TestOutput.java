package io.firedrill.internal.cli;

import io.firedrill.internal.cli.Style.Word;
import io.firedrill.internal.suite.Outcome;
import io.firedrill.internal.suite.Unusable;
import io.firedrill.internal.text.RepeatedSections;
import io.firedrill.internal.timeline.RunTimeline;
import io.firedrill.internal.verdict.Failure;
import io.firedrill.internal.verdict.ScenarioResult;
import io.firedrill.internal.verdict.TimelineText;
import io.firedrill.model.Timeline;
import io.firedrill.model.TimelineEvent;
import java.io.PrintWriter;
import java.util.List;

/** Prints the results, one test at a time. */
final class TestOutput {

  enum Detail {
    /** One line for a test that passes; failures, with the notifications if there are few. */
    RESULT,
    /** All notifications, and the alerts' changes of state, too. */
    TIMELINE
  }

  /** More notifications than these would push a failure off the screen. */
  private static final int MOST = 5;

  private final PrintWriter out;
  private final PrintWriter err;
  private final Detail detail;
  private final OutcomeMessages messages = new OutcomeMessages();

  TestOutput(PrintWriter out, PrintWriter err, Detail detail) {
    this.out = out;
    this.err = err;
    this.detail = detail;
  }

  void show(Outcome outcome) {
    ScenarioResult result = outcome.result();
    Terminal.of(out)
        .about(
            word(result),
            "%s:%d  %s"
                .formatted(
                    result.file().path(),
                    result.scenario().position().line(),
                    result.scenario().name()));
    List<String> timeline = TimelineText.lines(shown(result.timeline()));
    boolean failed = !result.failures().isEmpty();
    if (failed && detail == Detail.RESULT) {
      timeline(timeline, MOST);
    }
    List<String> texts = result.failures().stream().map(Failure::text).toList();
    for (String text : RepeatedSections.leftOut(texts)) {
      Terminal.lines(out, text.indent(2).stripTrailing());
    }
    if (detail == Detail.TIMELINE) {
      timeline(timeline, timeline.size());
    }
    if (outcome.ending() == Outcome.Ending.RUN) {
      result.error().ifPresent(e -> Terminal.lines(out, e.text().indent(2).stripTrailing()));
    }
    out.flush();
    Terminal.warnings(err, result.warnings());
    messages
        .of(outcome)
        .ifPresent(
            message -> {
              Terminal.lines(err, message);
              err.flush();
            });
  }

  private void timeline(List<String> lines, int limit) {
    if (lines.size() > limit) {
      out.println("      " + lines.size() + " events; --timeline shows them");
    } else {
      lines.forEach(line -> out.println("      " + line));
    }
  }

  private static Word word(ScenarioResult result) {
    if (result.error().isPresent()) {
      return Word.ERROR;
    }
    return result.passed() ? Word.PASS : Word.FAIL;
  }

  private Timeline shown(Timeline timeline) {
    List<TimelineEvent> events =
        timeline.events().stream()
            .filter(e -> detail == Detail.TIMELINE || !(e instanceof TimelineEvent.AlertChanged))
            .toList();
    return new RunTimeline(timeline.start(), timeline.end(), events);
  }

  /** Prints a test that was not run. The reason was printed before. */
  void show(Unusable unusable) {
    Terminal.of(out)
        .about(
            Word.ERROR, "%s:%d  %s".formatted(unusable.file(), unusable.line(), unusable.test()));
  }

  /** The last lines, once all tests have run. */
  void summary(List<Outcome> outcomes, int total, int unusable, LogDirectory logs) {
    long passed = outcomes.stream().filter(o -> o.result().passed()).count();
    long failed = outcomes.size() - passed + unusable;
    logs.show(out, err);
    String rest = outcomes.size() < total ? ", " + (total - outcomes.size()) + " not run" : "";
    out.println(passed + " passed, " + failed + " failed" + rest);
    out.flush();
  }
}
