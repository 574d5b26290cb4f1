package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.AlertmanagerView.ViewedSilence;
import io.firedrill.internal.alertmanager.InhibitRule;
import io.firedrill.internal.alertmanager.Routing;
import io.firedrill.internal.alertmanager.TimeInterval;
import io.firedrill.internal.explain.Suppressed.Inhibited;
import io.firedrill.internal.explain.Suppressed.Muted;
import io.firedrill.internal.explain.Suppressed.Silenced;
import io.firedrill.internal.explain.Suppressed.Source;
import io.firedrill.internal.verdict.SeriesText;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Why an alert was left out, in words. */
final class SuppressedText {

  /** Ends what is worked out and not said by a server. */
  static final String COMPUTED = " (computed)";

  private final Function<Instant, String> times;
  private final Routing routing;
  private final Labels alert;

  SuppressedText(Case one) {
    this(one::text, one.routing(), one.sent());
  }

  /**
   * Of an alert.
   *
   * @param times how times are written
   * @param routing the routes that were loaded then
   */
  SuppressedText(Function<Instant, String> times, Routing routing, Labels alert) {
    this.times = times;
    this.routing = routing;
    this.alert = alert;
  }

  String of(List<Suppressed> reasons) {
    return reasons.stream()
        .map(r -> text(r) + (r.source() == Source.COMPUTED ? COMPUTED : ""))
        .distinct()
        .collect(Collectors.joining(", and "));
  }

  private String text(Suppressed reason) {
    if (reason instanceof Inhibited inhibited) {
      return "inhibited by "
          + SeriesText.alert(inhibited.by())
          + inhibited.rule().map(rule -> text(inhibited, rule)).orElse("");
    }
    return reason instanceof Silenced silenced ? text(silenced.by()) : text((Muted) reason);
  }

  private String text(Inhibited inhibited, InhibitRule rule) {
    List<String> missing =
        rule.equal().stream()
            .filter(l -> inhibited.by().get(l).isEmpty() && alert.get(l).isEmpty())
            .toList();
    String absent =
        missing.isEmpty()
            ? ""
            : "; neither has %s, which \"equal\" names, and so they count as equal"
                .formatted(Words.list(missing, "or"));
    return " (rule at " + rule.position() + absent + ")";
  }

  private String text(ViewedSilence silence) {
    String matchers =
        silence.matchers().stream()
            .map(LabelMatcher::toString)
            .collect(Collectors.joining(", ", "{", "}"));
    return "silenced by %s until %s, \"%s\" (%s)"
        .formatted(matchers, times.apply(silence.to()), silence.comment(), silence.author());
  }

  private String text(Muted muted) {
    List<String> named = muted.intervals().stream().map(this::named).toList();
    return switch (muted.kind()) {
      case WITHIN -> "muted by the time interval " + String.join(" and the time interval ", named);
      case WITHIN_ONE_OF -> "muted by one of the time intervals " + String.join(", ", named);
      case OUTSIDE ->
          named.size() == 1
              ? "not within the active time interval " + named.get(0)
              : "within none of the active time intervals " + String.join(", ", named);
    };
  }

  private String named(String name) {
    return "\""
        + name
        + "\""
        + routing.timeIntervals().stream()
            .filter(i -> i.name().equals(name))
            .findFirst()
            .map(TimeInterval::position)
            .map(p -> " (" + p + ")")
            .orElse("");
  }
}
