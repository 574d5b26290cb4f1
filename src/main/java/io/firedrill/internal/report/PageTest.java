package io.firedrill.internal.report;

import io.firedrill.internal.result.ActionResult;
import io.firedrill.internal.result.AttemptResult;
import io.firedrill.internal.result.ErrorResult;
import io.firedrill.internal.result.Extras;
import io.firedrill.internal.result.FailedNotificationResult;
import io.firedrill.internal.result.FailureResult;
import io.firedrill.internal.result.Picture;
import io.firedrill.internal.result.PictureRule;
import io.firedrill.internal.result.TestResult;
import io.firedrill.internal.result.TestVerdict;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A test as the page draws it. */
record PageTest(
    String id,
    String name,
    String file,
    int line,
    TestVerdict verdict,
    String start,
    double length,
    List<Failed> failures,
    Optional<Broken> error,
    List<PageAlert> alerts,
    List<PageNotification> notifications,
    List<Attempt> attempts,
    List<Action> actions,
    List<PageChart> charts,
    int undrawn) {

  /** A failure; {@code rule} is the place of the rule that it is about, or the empty string. */
  record Failed(String where, String rule, String summary, String text, List<PageTrace> traces) {
    static Failed of(FailureResult failure, List<PictureRule> rules) {
      return new Failed(
          failure.file() + ":" + failure.line() + ":" + failure.column(),
          RuleOfFailure.of(failure, rules).map(rule -> rule.file() + ":" + rule.line()).orElse(""),
          failure.summary(),
          failure.text(),
          failure.rules().stream().map(PageTrace::of).toList());
    }
  }

  /** Why there is no verdict. */
  record Broken(String where, String text) {
    static Broken of(ErrorResult error, Optional<Extras> extras) {
      return new Broken(
          error.file() + ":" + error.line() + ":" + error.column(),
          extras.map(Extras::errorText).filter(t -> !t.isEmpty()).orElse(error.summary()));
    }
  }

  /** A request that the receiver did not accept, or a notification that Alertmanager gave up. */
  record Attempt(
      double at, String receiver, String integration, String status, String group, String failure) {
    static Attempt of(AttemptResult attempt) {
      return new Attempt(
          attempt.offsetSeconds(),
          attempt.receiver(),
          attempt.integration(),
          attempt.status(),
          LabelText.of(attempt.groupLabels()),
          attempt.failure());
    }

    static Attempt of(FailedNotificationResult failed) {
      return new Attempt(
          failed.offsetSeconds(),
          failed.receiver(),
          failed.integration(),
          "",
          LabelText.of(failed.groupLabels()),
          failed.reason());
    }
  }

  /** An action of the test. */
  record Action(double at, String kind, String text) {
    static Action of(ActionResult action) {
      return new Action(action.offsetSeconds(), action.kind(), action.text());
    }
  }

  static PageTest of(String id, String file, TestResult test) {
    double length = Duration.between(test.start(), test.end()).toMillis() / 1000.0;
    Optional<Picture> picture = test.extras().flatMap(Extras::picture);
    List<PictureRule> rules = picture.map(Picture::rules).orElse(List.of());
    return new PageTest(
        id,
        test.name(),
        file,
        test.line(),
        test.verdict(),
        test.start().toString(),
        length,
        test.failures().stream().map(failure -> Failed.of(failure, rules)).toList(),
        test.error().map(error -> Broken.of(error, test.extras())),
        PageAlert.of(test.alerts(), length),
        test.notifications().stream().map(PageNotification::of).toList(),
        Stream.concat(
                test.failedAttempts().stream().map(Attempt::of),
                test.failedNotifications().stream().map(Attempt::of))
            .sorted(Comparator.comparingDouble(Attempt::at))
            .toList(),
        test.actions().stream().map(Action::of).toList(),
        picture.map(PageChart::of).orElse(List.of()),
        picture.map(Picture::undrawn).orElse(0));
  }
}
