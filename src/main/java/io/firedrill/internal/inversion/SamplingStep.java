package io.firedrill.internal.inversion;

import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.Subquery;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Chooses a longer evaluation interval for rules that look back for days, so that tests stay short.
 */
public final class SamplingStep {

  private static final double LONG = Duration.ofHours(12).toSeconds();
  private static final int SAMPLES = 4;
  private static final List<Duration> STEPS =
      List.of(
          Duration.ofHours(2),
          Duration.ofHours(1),
          Duration.ofMinutes(30),
          Duration.ofMinutes(15),
          Duration.ofMinutes(5));

  private SamplingStep() {}

  /**
   * The interval for a rule.
   *
   * @param usual the interval for rules that do not look back far
   */
  public static Duration of(RuleInput input, Recordings recordings, Duration usual) {
    RuleShape rule = new RuleShape(input.expr(), recordings, Set.of());
    double wait = (input.pending().toMillis() + input.keepFiring().toMillis()) / 1000.0;
    if (rule.lookback(new Site(0, input.expr())) + wait < LONG) {
      return usual;
    }
    double shortest = shortest(rule, new Site(0, input.expr()));
    for (Duration step : STEPS) {
      double seconds = step.toSeconds();
      boolean fits =
          SAMPLES * seconds <= shortest
              && divides(step, input.pending())
              && divides(step, input.keepFiring());
      if (fits && step.compareTo(usual) > 0) {
        return step;
      }
    }
    return usual;
  }

  private static boolean divides(Duration step, Duration wait) {
    return wait.toMillis() % step.toMillis() == 0;
  }

  private static double shortest(RuleShape rule, Site site) {
    double found = Double.MAX_VALUE;
    for (Expr expr : site.expr().all()) {
      Site here = new Site(site.scope(), expr);
      double range = RuleShape.range(expr);
      double offset = RuleShape.offset(expr);
      found = Math.min(found, range > 0 ? range : Double.MAX_VALUE);
      found = Math.min(found, offset > 0 ? offset : Double.MAX_VALUE);
      if (expr instanceof Subquery) {
        found = Math.min(found, range / SAMPLES);
      }
      Site there = rule.recorded(here);
      if (there != null) {
        found = Math.min(found, shortest(rule, there));
      }
    }
    return found;
  }
}
