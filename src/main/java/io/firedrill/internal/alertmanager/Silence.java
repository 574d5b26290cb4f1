package io.firedrill.internal.alertmanager;

import io.firedrill.model.LabelMatcher;
import io.firedrill.model.LabelMatcher.Operator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * A silence to be created.
 *
 * @param matchers the alerts that it silences, at least one
 * @param from its start: Alertmanager's time, or earlier
 * @param to its end, inclusive
 */
public record Silence(List<LabelMatcher> matchers, Instant from, Instant to) {

  private static final String AUTHOR = "firedrill";
  private static final String COMMENT = "part of a fire drill";

  public Silence {
    matchers = List.copyOf(matchers);
  }

  String matchersText() {
    return matchers.stream().map(LabelMatcher::toString).collect(Collectors.joining(", "));
  }

  /** As {@code postableSilence} of Alertmanager's API v2. */
  String json() {
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of(
                "matchers",
                matchers.stream().map(Silence::matcher).toList(),
                "startsAt",
                from.toString(),
                "endsAt",
                to.toString(),
                "createdBy",
                AUTHOR,
                "comment",
                COMMENT));
  }

  private static Map<String, Object> matcher(LabelMatcher matcher) {
    Operator operator = matcher.operator();
    return Map.of(
        "name",
        matcher.name(),
        "value",
        matcher.value(),
        "isRegex",
        operator == Operator.MATCHES || operator == Operator.MATCHES_NOT,
        "isEqual",
        operator == Operator.EQUAL || operator == Operator.MATCHES);
  }
}
