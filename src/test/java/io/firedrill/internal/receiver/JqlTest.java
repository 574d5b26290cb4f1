package io.firedrill.internal.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Searches, by Jira's documentation of JQL's operators and fields. */
class JqlTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final String REST =
      "project=\"DATA\" and labels=\"ALERT{1f}\" order by status ASC,resolutiondate DESC";

  private final JiraIssue open = new JiraIssue("DATA-1", "ALERT{1f}");
  private final JiraIssue fresh = resolved("DATA-2", 600);
  private final JiraIssue old = resolved("DATA-3", 601);
  private final List<JiraIssue> all =
      List.of(old, fresh, open, new JiraIssue("DATA-4", "ALERT{2f}"));

  private static JiraIssue resolved(String key, long secondsAgo) {
    JiraIssue issue = new JiraIssue(key, "ALERT{1f}");
    issue.resolve(NOW.minusSeconds(secondsAgo));
    return issue;
  }

  @Test
  void openIssuesComeFirstThenThoseResolvedLast() {
    assertThat(search("")).containsExactly(open, fresh, old);
  }

  @Test
  void byState() {
    assertThat(search("statusCategory != Done and ")).containsExactly(open);
  }

  @Test
  void byTimeOfResolution() {
    assertThat(search("(resolutiondate is EMPTY OR resolutiondate >= -10m) and "))
        .containsExactly(open, fresh);
  }

  /** A field that is empty is not unequal to anything. */
  @Test
  void byResolution() {
    assertThat(search("resolution != \"Won't \\\"fix\\\"\" and ")).containsExactly(fresh, old);
    assertThat(search("(resolution is EMPTY or resolution != \"Won't fix\") and "))
        .containsExactly(open, fresh, old);
    assertThat(
            search(
                "(resolution is EMPTY or resolution != \"Done\") and statusCategory != Done and "))
        .containsExactly(open);
    assertThat(search("resolution != \"Done\" and ")).isEmpty();
  }

  @Test
  void anUnknownSearchIsAnError() {
    assertThatThrownBy(() -> search("assignee is EMPTY and "))
        .isInstanceOf(UndecodableException.class)
        .hasMessage("not a known search of Alertmanager: assignee is EMPTY and " + REST);
  }

  private List<JiraIssue> search(String condition) {
    return Jql.of(condition + REST, NOW).search(all);
  }
}
