package io.firedrill.internal.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Keys and answers, by the documentation of Jira's REST API. */
class JiraProjectTest {

  private static final String GROUP = "ALERT{00000f1234}";

  private final JiraProject project = new JiraProject();

  /** 0xf is 15, and numbers begin with 1. */
  @Test
  void aKeyDependsOnTheGroupNotOnTheOrder() {
    assertThat(project.nextKey("DATA", GROUP)).isEqualTo("DATA-16");
    project.create("DATA-16", GROUP);

    assertThat(project.nextKey("DATA", "ALERT{0000001234}")).isEqualTo("DATA-1");
    assertThat(project.nextKey("DATA", GROUP)).isEqualTo("DATA-17");
  }

  @Test
  void theStateOfAnIssueDeterminesItsTransitions() {
    project.create("DATA-16", GROUP);
    JiraPath path = new JiraPath("Close", "Open", "/rest/api/2/issue/DATA-16/transitions");

    assertThat(project.transitions(path).text())
        .isEqualTo("{\"transitions\":[{\"id\":\"1\",\"name\":\"Close\"}]}");
    project.transition("DATA-16", Json.read("{\"transition\":{\"id\":\"1\"}}"), Instant.EPOCH);
    assertThat(project.isOpen("DATA-16")).isFalse();
    assertThat(project.transitions(path).text())
        .isEqualTo("{\"transitions\":[{\"id\":\"2\",\"name\":\"Open\"}]}");
  }

  @Test
  void withoutANameThereIsNoTransition() {
    project.create("DATA-16", GROUP);

    assertThat(project.transitions(new JiraPath("", "", "/issue/DATA-16/transitions")).text())
        .isEqualTo("{\"transitions\":[]}");
  }

  @Test
  void unknownIssuesAreNotFound() {
    assertThat(project.update("DATA-1").status()).isEqualTo(404);
    assertThat(project.transitions(new JiraPath("", "", "/issue/DATA-1/transitions")).status())
        .isEqualTo(404);
  }
}
