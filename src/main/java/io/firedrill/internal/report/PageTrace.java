package io.firedrill.internal.report;

import io.firedrill.internal.result.RuleTraceResult;
import java.util.List;

/**
 * What each part of a rule returned, as the page shows it.
 *
 * @param alert the alert's name
 * @param at seconds since the start
 * @param expr the whole expression
 */
record PageTrace(String alert, double at, Part expr) {

  /** A part, with what it returned as text. */
  record Part(String text, String where, String returned, List<Part> parts) {
    static Part of(RuleTraceResult.Part part) {
      return new Part(
          part.text(),
          part.file() + ":" + part.line() + ":" + part.column(),
          part.unknown().map(why -> "not known: " + why).orElseGet(() -> returned(part)),
          part.parts().stream().map(Part::of).toList());
    }

    private static String returned(RuleTraceResult.Part part) {
      if (part.count() == 0) {
        return "nothing";
      }
      int more = part.count() - part.elements().size();
      return String.join("\n", part.elements()) + (more > 0 ? "\nand " + more + " more" : "");
    }
  }

  static PageTrace of(RuleTraceResult trace) {
    return new PageTrace(trace.alert(), trace.offsetSeconds(), Part.of(trace.expr()));
  }
}
