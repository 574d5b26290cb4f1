package io.firedrill.internal.receiver;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Alertmanager's searches, by Jira's documentation of JQL: a comparison with {@code !=} is false
 * for an empty field.
 *
 * @param condition which issues match, whatever their label
 * @param label the label that issues have
 */
record Jql(Predicate<JiraIssue> condition, String label) {

  private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*+)\"";

  private static final Pattern QUERY =
      Pattern.compile(
          "(?:(?<empty>\\(resolution is EMPTY or )?resolution != "
              + TEXT.replace("((", "(?<resolution>(")
              + "\\)? and )?(?:(?<open>statusCategory != Done) and |\\(resolutiondate is EMPTY OR"
              + " resolutiondate >= -(?<minutes>\\d+)m\\) and )?project="
              + TEXT
              + " and labels="
              + TEXT.replace("((", "(?<label>(")
              + " order by status ASC,resolutiondate DESC");

  /**
   * Reads a query.
   *
   * @param now the current time, to which it is relative
   * @throws UndecodableException if it is not one of Alertmanager's
   */
  static Jql of(String query, Instant now) {
    Matcher jql = QUERY.matcher(query);
    if (!jql.matches()) {
      throw new UndecodableException("not a known search of Alertmanager: " + query, null);
    }
    Predicate<JiraIssue> condition = issue -> true;
    if (jql.group("resolution") != null) {
      boolean done = !jql.group("resolution").equals(JiraIssue.RESOLUTION);
      boolean open = jql.group("empty") != null;
      condition = issue -> issue.isOpen() ? open : done;
    }
    if (jql.group("open") != null) {
      condition = condition.and(JiraIssue::isOpen);
    }
    if (jql.group("minutes") != null) {
      Duration window = Duration.ofMinutes(Long.parseLong(jql.group("minutes")));
      condition = condition.and(issue -> issue.isOpenOrResolvedWithin(window, now));
    }
    return new Jql(condition, jql.group("label"));
  }

  List<JiraIssue> search(List<JiraIssue> issues) {
    return issues.stream()
        .filter(issue -> issue.has(label) && condition.test(issue))
        .sorted(Comparator.comparing(JiraIssue::resolutionDate).reversed())
        .toList();
  }
}
