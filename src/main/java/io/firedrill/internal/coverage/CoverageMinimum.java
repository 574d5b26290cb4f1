package io.firedrill.internal.coverage;

import io.firedrill.internal.source.Suggestions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The required coverage.
 *
 * @param percents the minimum percentage of each scope: a kind in the plural, {@code rules} for
 *     both kinds of rule, or {@code all}
 */
public record CoverageMinimum(Map<String, BigDecimal> percents) {

  private static final String ALL = "all";

  private static final Map<String, Set<CoverageKind>> SCOPES = scopes();

  public CoverageMinimum {
    percents = new LinkedHashMap<>(percents);
  }

  private static Map<String, Set<CoverageKind>> scopes() {
    Map<String, Set<CoverageKind>> scopes = new LinkedHashMap<>();
    scopes.put(ALL, EnumSet.allOf(CoverageKind.class));
    scopes.put("rules", EnumSet.of(CoverageKind.ALERT, CoverageKind.RECORDING));
    for (CoverageKind kind : CoverageKind.values()) {
      scopes.put(kind.word() + "s", EnumSet.of(kind));
    }
    return scopes;
  }

  /**
   * Parses {@code 100}, {@code rules=100,routes=90}, or {@code 80,rules=100}.
   *
   * @throws IllegalArgumentException if the text is invalid; the message says what was expected
   */
  public static CoverageMinimum parse(String text) {
    Map<String, BigDecimal> percents = new LinkedHashMap<>();
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      String scope = equals < 0 ? ALL : part.substring(0, equals).strip();
      if (!SCOPES.containsKey(scope)) {
        throw new IllegalArgumentException(
            "there is no coverage of \"%s\": %s"
                .formatted(
                    scope,
                    Suggestions.hint(scope, SCOPES.keySet())
                        .orElse("expected one of " + String.join(", ", SCOPES.keySet()))));
      }
      if (percents.put(scope, percent(part.substring(equals + 1).strip())) != null) {
        throw new IllegalArgumentException("the coverage of \"" + scope + "\" is given twice");
      }
    }
    return new CoverageMinimum(percents);
  }

  private static BigDecimal percent(String text) {
    boolean number = text.matches("[0-9]{1,3}(\\.[0-9]+)?");
    if (!number || new BigDecimal(text).compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new IllegalArgumentException(
          "expected a percentage from 0 to 100, as in 100 or rules=100,routes=90: \""
              + text
              + "\"");
    }
    return new BigDecimal(text);
  }

  /**
   * The failures as text: a line for each scope that is below its percentage, followed by its gaps
   * that no scope before it has. Empty if the coverage is sufficient.
   */
  public List<String> failures(Coverage coverage) {
    List<String> lines = new ArrayList<>();
    Gaps all = Gaps.of(coverage.lines());
    Set<Gap> told = new HashSet<>();
    percents.forEach(
        (scope, least) -> {
          Share share = coverage.share(SCOPES.get(scope));
          if (BigDecimal.valueOf(share.percent()).compareTo(least) < 0) {
            List<String> gaps = all.of(SCOPES.get(scope)).without(told).lines();
            lines.add(
                "coverage%s is %s, less than %s %%%s"
                    .formatted(
                        scope.equals(ALL) ? "" : " of " + scope,
                        share,
                        least.toPlainString(),
                        gaps.isEmpty() ? "" : ":"));
            gaps.stream()
                .filter(line -> !line.equals("not covered:"))
                .map(line -> line.startsWith("  ") ? line : "  " + line)
                .forEach(lines::add);
            told.addAll(all.of(SCOPES.get(scope)).all());
          }
        });
    if (coverage.lines().isEmpty()) {
      lines.add("coverage is unknown: no completed test has rules");
    }
    return lines;
  }
}
