package io.firedrill.internal.inversion;

import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.FunctionCall;
import io.firedrill.internal.promql.Modifiers;
import io.firedrill.internal.promql.Selector;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The starts that may suit a rule that depends on the date. */
final class StartTimes {

  private static final int DAYS = 366;

  private StartTimes() {}

  /** Whether a rule reads the hour, the day, or another part of the date. */
  static boolean matter(RuleShape rule) {
    return functions(rule).stream().anyMatch(Calendar.FUNCTIONS::contains);
  }

  /** Whether a rule reads the time. */
  static boolean isRead(RuleShape rule) {
    Set<String> names = functions(rule);
    return names.contains("time") || names.contains("timestamp") || matter(rule);
  }

  private static Set<String> functions(RuleShape rule) {
    Set<String> names = new LinkedHashSet<>();
    collect(rule, new Site(0, rule.root()), names);
    return names;
  }

  private static void collect(RuleShape rule, Site site, Set<String> names) {
    for (Expr expr : site.expr().all()) {
      if (expr instanceof FunctionCall call) {
        names.add(call.function().name());
      }
      Site there = rule.recorded(new Site(site.scope(), expr));
      if (there != null) {
        collect(rule, there, names);
      }
    }
  }

  /** The time that a modifier @ names, if there is one. */
  static Optional<Instant> pinned(RuleShape rule) {
    for (Leaf leaf : rule.pass().leaves().values()) {
      Modifiers modifiers = ((Selector) leaf.site().expr()).modifiers();
      if (modifiers.at().orElse(null) instanceof Modifiers.Timestamp at) {
        return Optional.of(at.time());
      }
    }
    return Optional.empty();
  }

  /** Starts, the usual one first: each hour of a week, and some hours of each day of a year. */
  static List<Instant> around(Instant usual) {
    List<Instant> found = new ArrayList<>();
    found.add(usual);
    Instant day = usual.truncatedTo(ChronoUnit.DAYS);
    for (int d = 0; d < DayOfWeek.values().length; d++) {
      for (int hour = 0; hour < 24; hour++) {
        found.add(day.plus(Duration.ofDays(d)).plus(Duration.ofHours(hour)));
      }
    }
    for (int d = 0; d < DAYS; d++) {
      for (int hour = 2; hour < 24; hour += 6) {
        found.add(day.plus(Duration.ofDays(d)).plus(Duration.ofHours(hour)));
      }
    }
    for (int minute = 5; minute < 60; minute += 5) {
      found.add(usual.plus(Duration.ofMinutes(minute)));
    }
    return found;
  }
}
