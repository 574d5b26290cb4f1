package io.firedrill.internal.verdict;

import static io.firedrill.internal.verdict.Given.assertText;
import static io.firedrill.internal.verdict.Given.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.scenario.NotificationOrder;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnknownReceiverTest {

  @Test
  void aNameLikeAnother() {
    assertText(
        NotificationCheck.check(
            entry("data_oncal", NotificationOrder.ANY),
            Given.run().receivers("data-oncall", "ml-slack").observed()),
        """
        drill.yaml:30:3: no receiver is named "data_oncal"; did you mean "data-oncall"?
        """);
  }

  @Test
  void anIntegrationThatTheReceiverDoesNotHave() {
    assertText(
        NotificationCheck.check(
            entry("ml-slack", Optional.of("email"), NotificationOrder.ANY),
            Given.run().receivers("data-oncall", "ml-slack").observed()),
        """
        drill.yaml:30:3: receiver "ml-slack" has no email; it has: slack, webhook
        """);
    assertThat(
            NotificationCheck.check(
                entry("ml-slack", Optional.of("slack"), NotificationOrder.ANY),
                Given.run().receivers("ml-slack").observed()))
        .isEmpty();
    assertThat(UnknownName.integration("nobody", "slack", Set.of()))
        .isEqualTo("receiver \"nobody\" has no slack; it has none");
  }

  @Test
  void receiversThatAreNotKnownAreNotMissed() {
    assertThat(
            NotificationCheck.check(
                entry("data-oncall", NotificationOrder.ANY), Given.run().observed()))
        .isEmpty();
  }
}
