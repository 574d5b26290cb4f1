package io.firedrill.internal.run;

import static io.firedrill.internal.run.ReceiverDrill.ANNOTATIONS;
import static io.firedrill.internal.run.ReceiverDrill.LABELS;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.capture.AnswerPolicy.Answer;
import io.firedrill.model.TimelineEvent.Attempted;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jira, which Debian's Alertmanager 0.28 is built without. */
class JiraTest {

  private static final String ISSUE =
      """
      jira_configs:
      - api_url: https://jira.example.org/jira/rest/api/2
        project: DATA
        issue_type: Bug
        resolve_transition: Close it
        reopen_transition: Open it
        reopen_duration: 1d
      """;

  @TempDir private Path directory;

  @Test
  void aReopenedIssue() {
    try (ReceiverDrill drill = ReceiverDrill.start("3.5.3", directory, ISSUE)) {
      drill.fires(LABELS, ANNOTATIONS).until(Duration.ofMinutes(1));
      drill.ends(LABELS, ANNOTATIONS).until(Duration.ofMinutes(6));
      drill.fires(LABELS, ANNOTATIONS).until(Duration.ofMinutes(12));

      assertThat(drill.notifications())
          .as(drill.log())
          .extracting(n -> n.message().orElseThrow().fields())
          .extracting(fields -> fields.get("action") + " " + fields.get("transition"))
          .containsExactly("create null", "edit Close it", "edit Open it");
      assertThat(drill.notifications().stream().map(n -> n.message().orElseThrow()))
          .extracting(message -> message.fields().get("key"))
          .doesNotContainNull()
          .containsOnly(drill.notifications().get(0).message().orElseThrow().fields().get("key"));
    }
  }

  /** Jira Cloud has another search, which only newer versions support. */
  @Test
  void theSearchOfTheCloud() {
    String receiver =
        """
        jira_configs:
        - {project: DATA, issue_type: Task, summary: '{{ .Status }}'}
        global: {jira_api_url: 'https://example.atlassian.net/rest/api/2'}
        """;
    try (ReceiverDrill drill = unreachableForAMinute(receiver)) {
      drill.fires(LABELS, ANNOTATIONS).until(Duration.ofMinutes(5));

      assertThat(drill.attempts())
          .extracting(a -> a.notification().request().path())
          .first()
          .isEqualTo("/~ZGF0YSBvbi1jYWxs/jira/0/rest/api/3/search/jql");
      assertThat(drill.notifications())
          .singleElement()
          .extracting(n -> n.message().orElseThrow().title())
          .isEqualTo("firing");
    }
  }

  private ReceiverDrill unreachableForAMinute(String receiver) {
    Instant soon = ReceiverDrill.START.plusSeconds(60);
    return ReceiverDrill.start(
        "3.5.3",
        directory,
        receiver,
        delivery -> delivery.time().isBefore(soon) ? new Answer.Status(503) : new Answer.AsUsual());
  }

  @Test
  void oneIssueAfterFailures() {
    try (ReceiverDrill drill = unreachableForAMinute(ISSUE)) {
      drill.fires(LABELS, ANNOTATIONS).until(Duration.ofMinutes(5));

      assertThat(drill.attempts())
          .isNotEmpty()
          .allSatisfy(
              attempt -> {
                assertThat(attempt.failure()).isEqualTo("HTTP 503");
                assertThat(attempt.notification().status()).isEqualTo("firing");
                assertThat(attempt.notification().alerts()).hasSize(1);
                assertThat(attempt.notification().request().body())
                    .contains("project=\\\"DATA\\\" and")
                    .doesNotContain("x1e");
              });
      assertThat(drill.notifications())
          .singleElement()
          .extracting(n -> n.message().orElseThrow().fields().get("action"))
          .isEqualTo("create");
    }
  }

  @Test
  void anIssueThatJiraRefuses() {
    String receiver =
        "jira_configs: [{api_url: 'http://x/rest/api/2', project: A, issue_type: B, labels: [a b]}]";
    try (ReceiverDrill drill = ReceiverDrill.start("3.5.3", directory, receiver)) {
      drill.fires(LABELS, ANNOTATIONS).until(Duration.ofMinutes(1));

      assertThat(drill.notifications()).isEmpty();
      assertThat(drill.attempts()).extracting(Attempted::failure).containsExactly("HTTP 400");
      assertThat(drill.log()).contains("The label 'a b' contains spaces");
    }
  }
}
