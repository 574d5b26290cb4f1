package io.firedrill.internal.prometheus;

import io.firedrill.internal.source.Problem;
import java.util.List;

/**
 * The content of a rule file.
 *
 * @param groups its groups, in order
 * @param notes warnings about settings that are left out
 */
public record RuleContent(List<RuleGroup> groups, List<Problem> notes) {
  public RuleContent {
    groups = List.copyOf(groups);
    notes = List.copyOf(notes);
  }
}
