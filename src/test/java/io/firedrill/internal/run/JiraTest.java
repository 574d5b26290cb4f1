package io.firedrill.internal.run;

import static io.firedrill.internal.run.FiringAndResolved.ANNOTATIONS;
import static io.firedrill.internal.run.FiringAndResolved.LABELS;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.capture.AnswerPolicy.Answer;
import io.firedrill.model.Labels;
import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import io.firedrill.model.TimelineEvent.Attempted;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What arrives at Jira, by the documentation of its REST API's versions 2 and 3: a group's issue is
 * searched for by its label, created or edited, and moved by transitions. Debian builds
 * Alertmanager 0.28 without Jira.
 */
class JiraTest {

  private static final String ISSUE =
      """
      jira_configs:
      - api_url: https://jira.example.org/jira/rest/api/2
        http_config: {basic_auth: {username: SECRET, password: SECRET}}
        project: DATA
        issue_type: Bug
        summary: '{{ .Status }} {{ .CommonLabels.queue }}'
        description: '{{ .CommonAnnotations.summary }}'
        priority: High
        labels: [alerts]
        resolve_transition: Close it
        reopen_transition: Open it
        reopen_duration: 1d
        fields: {customfield_10001: abc}
      """;

  @TempDir private Path directory;

  @Test
  void anIssueFromItsCreationOn() {
    try (ReceiverDrill drill = ReceiverDrill.start("3.5.3", directory, ISSUE)) {
      drill.fires(LABELS, ANNOTATIONS).until(Duration.ofMinutes(1));
      drill.ends(LABELS, ANNOTATIONS).until(Duration.ofMinutes(6));
      drill.fires(LABELS, ANNOTATIONS).until(Duration.ofMinutes(12));

      List<Notification> notifications = drill.notifications();
      assertThat(notifications)
          .as(drill.log())
          .extracting(Notification::status)
          .containsExactly("firing", "resolved", "firing");
      assertThat(notifications)
          .allSatisfy(
              n -> {
                assertThat(n.groupLabels()).isEqualTo(Labels.of("alertname", "QueueFull"));
                assertThat(n.alerts()).hasSize(1);
                assertThat(n.request().toString()).doesNotContain("SECRET", "u001e", "~Q2x");
              });
      Message created = notifications.get(0).message().orElseThrow();
      assertThat(created.title()).isEqualTo("firing " + FiringAndResolved.QUEUE);
      assertThat(created.text()).isEqualTo(FiringAndResolved.SUMMARY);
      String group = created.fields().get("labels.0");
      assertThat(group).matches("ALERT\\{[0-9a-f]{64}}");
      String key = created.fields().get("key");
      assertThat(key).matches("DATA-[0-9]+");
      assertThat(created.fields())
          .isEqualTo(
              Map.of(
                  "action",
                  "create",
                  "key",
                  key,
                  "project.key",
                  "DATA",
                  "issuetype.name",
                  "Bug",
                  "priority.name",
                  "High",
                  "labels.0",
                  group,
                  "labels.1",
                  "alerts",
                  "customfield_10001",
                  "abc"));
      assertThat(notifications.get(0).request().path())
          .isEqualTo("/~ZGF0YSBvbi1jYWxs/jira/0/jira/rest/api/2/issue");
      assertThat(notifications.get(1).message().orElseThrow().fields())
          .containsEntry("action", "edit")
          .containsEntry("key", key)
          .containsEntry("transition", "Close it");
      assertThat(notifications.get(2).message().orElseThrow().fields())
          .containsEntry("action", "edit")
          .containsEntry("key", key)
          .containsEntry("transition", "Open it");
      assertThat(drill.log()).doesNotContain("SECRET", "level=ERROR");
    }
  }

  @Test
  void aDocumentForVersion3() {
    String receiver =
        """
        jira_configs:
        - project: DATA
          issue_type: Task
          description: >-
            {"type":"doc","version":1,"content":[{"type":"paragraph","content":[
            {"type":"text","text":"{{ .GroupLabels.alertname }} is "},
            {"type":"text","text":"firing"}]},
            {"type":"paragraph","content":[{"type":"text","text":"Look."}]}]}
        global: {jira_api_url: 'https://example.atlassian.net/rest/api/3'}
        """;
    try (ReceiverDrill drill = ReceiverDrill.start("3.5.3", directory, receiver)) {
      drill.fires(LABELS, ANNOTATIONS).until(Duration.ofMinutes(1));

      Message created = drill.notifications().get(0).message().orElseThrow();
      assertThat(created.title())
          .isEqualTo("[FIRING:1] QueueFull (" + FiringAndResolved.QUEUE + ")");
      assertThat(created.text()).isEqualTo("QueueFull is firing\nLook.");
      assertThat(created.fields()).containsEntry("issuetype.name", "Task");
    }
  }

  /** Jira Cloud has another search, which only newer versions know. */
  @Test
  void theSearchOfTheCloud() {
    String receiver =
        """
        jira_configs:
        - api_url: 'https://example.atlassian.net/rest/api/2'
          api_type: auto
          project: DATA
          issue_type: Task
          summary: {template: '{{ .Status }}', enable_update: false}
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
