package io.firedrill.internal.ruletrace;

import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.Expr;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Two vectors of which no elements match: the pair that is nearest to it. */
final class NoMatchText {

  private final TracedRule rule;
  private final PartValues values;

  NoMatchText(TracedRule rule, PartValues values) {
    this.rule = rule;
    this.values = values;
  }

  List<String> lines(Finding.NoMatch finding, Instant time) {
    BinaryOperation operation = finding.operation();
    Pairs.Pair nearest =
        Pairs.of(operation, values, finding.filter(), time).stream()
            .min(Comparator.comparingInt(p -> p.differing().size()))
            .orElseThrow();
    String differing =
        nearest.differing().stream()
            .map(
                name ->
                    "%s is %s on the left and %s on the right"
                        .formatted(
                            name,
                            value(nearest.left().labels(), name),
                            value(nearest.right().labels(), name)))
            .collect(Collectors.joining("; "));
    return List.of(
        "no labels match in \"%s\" (%s): %s"
            .formatted(operation.operator(), rule.position(operation), differing),
        side("left", operation.left(), time),
        side("right", operation.right(), time));
  }

  private static String value(Labels labels, String name) {
    return labels.get(name).map(v -> '"' + v + '"').orElse("missing");
  }

  private String side(String name, Expr part, Instant time) {
    return "  %s: %s returned %s"
        .formatted(name, TracedRule.shown(part), ElementText.labels(values.of(part, time)));
  }
}
