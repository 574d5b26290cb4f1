package io.firedrill.internal.suite;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleGroup;
import io.firedrill.internal.promql.Promql;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.LabelMatcher.Operator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Matchers that Prometheus 3 never matches with scraped series: it turns {@code le="1"} of
 * histograms and {@code quantile="1"} of summaries into {@code "1.0"} when it scrapes them.
 */
final class NormalisedLabels {

  private static final Set<String> NAMES = Set.of("le", "quantile");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d+");
  private static final Pattern SINCE_3 = Pattern.compile("(?:[3-9]|\\d\\d+)\\..*");

  private NormalisedLabels() {}

  /**
   * A warning for each such matcher of the rules.
   *
   * @param version the version of Prometheus
   */
  static List<Problem> warnings(List<RuleGroup> groups, String version) {
    return SINCE_3.matcher(version).matches()
        ? groups.stream()
            .flatMap(group -> group.rules().stream())
            .flatMap(NormalisedLabels::warnings)
            .distinct()
            .toList()
        : List.of();
  }

  private static Stream<Problem> warnings(Rule rule) {
    return Promql.tryParse(rule.expr()).stream()
        .flatMap(expr -> expr.all().stream())
        .flatMap(e -> e instanceof Selector selector ? Stream.of(selector) : Stream.empty())
        .flatMap(selector -> selector.matchers().stream())
        .filter(NormalisedLabels::isNeverMatched)
        .map(matcher -> warning(rule, matcher));
  }

  private static boolean isNeverMatched(LabelMatcher matcher) {
    return NAMES.contains(matcher.name())
        && matcher.operator() == Operator.EQUAL
        && WHOLE_NUMBER.matcher(matcher.value()).matches();
  }

  private static Problem warning(Rule rule, LabelMatcher matcher) {
    String value = matcher.value();
    Matcher written =
        Pattern.compile(matcher.name() + "\\s*=\\s*[\"'`]" + Pattern.quote(value) + "[\"'`]")
            .matcher(rule.expr());
    boolean found = written.find();
    Problem place =
        rule.exprScalar()
            .error(
                found ? written.start() : 0,
                found ? written.end() - written.start() : 1,
                "%1$s=\"%2$s\" matches no scraped series: from version 3 on, Prometheus turns"
                        .formatted(matcher.name(), value)
                    + " %1$s=\"%2$s\" into \"%2$s.0\" when it scrapes"
                        .formatted(matcher.name(), value));
    return new Problem(
        Severity.WARNING,
        place.position(),
        place.message(),
        place.sourceLine(),
        place.length(),
        Optional.of("%s=~\"%2$s|%2$s.0\" works in all versions".formatted(matcher.name(), value)));
  }
}
