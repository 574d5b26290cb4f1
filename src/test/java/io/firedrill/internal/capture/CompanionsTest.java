package io.firedrill.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.capture.AnswerPolicy.Delivery;
import io.firedrill.internal.receiver.Subject;
import io.firedrill.internal.receiver.Subject.Tag;
import io.firedrill.internal.receiver.WebhookBody;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CompanionsTest {

  private static final Tag TAG = new Tag("firing~1~ab");

  private final Companions companions = new Companions();

  @Test
  void aMessageHasTheLastSubjectOfItsCompanion() {
    tell(0, "x");
    tell(300, "y");

    assertThat(about(0, 0, TAG)).isEqualTo("x");
    assertThat(about(17, 0, TAG)).as("sent again after a failure").isEqualTo("x");
    assertThat(about(300, 0, TAG)).isEqualTo("y");
  }

  @Test
  void aCompanionMayArriveSlightlyLater() {
    companions.add(new Delivery(time(10).plusMillis(2), "r", "telegram", 0), body("x"));

    assertThat(about(10, 0, TAG)).isEqualTo("x");
  }

  @Test
  void integrationsAndGroupsHaveTheirOwnCompanions() {
    tell(0, "x");

    assertThat(companions.find(delivery(0, 1), TAG)).isEqualTo(Subject.UNKNOWN);
    assertThat(companions.find(delivery(0, 0), new Tag("firing~2~ab"))).isEqualTo(Subject.UNKNOWN);
  }

  @Test
  void aMessageWithoutATagBelongsToTheOnlyGroupOfTheInstant() {
    tell(0, "x");
    tell(300, "y");
    assertThat(about(300, 0, Tag.CUT_OFF)).isEqualTo("y");
    assertThat(companions.find(delivery(17, 0), Tag.CUT_OFF)).isEqualTo(Subject.UNKNOWN);

    tell(300, "z");
    assertThat(companions.find(delivery(300, 0), Tag.CUT_OFF)).isEqualTo(Subject.UNKNOWN);
  }

  private void tell(int second, String annotation) {
    companions.add(delivery(second, 0), body(annotation));
  }

  private String about(int second, int index, Tag tag) {
    return companions.find(delivery(second, index), tag).alerts().get(0).annotations().get("n");
  }

  private static WebhookBody body(String annotation) {
    return WebhookBody.read(
        """
        {"status": "firing", "groupLabels": {}, "alerts": [{"status": "firing", "labels": {},
         "annotations": {"n": "%s"}, "startsAt": "1970-01-01T00:00:00Z", "fingerprint": "ab"}]}
        """
            .formatted(annotation));
  }

  private static Delivery delivery(int second, int index) {
    return new Delivery(time(second), "r", "telegram", index);
  }

  private static Instant time(int second) {
    return Instant.EPOCH.plusSeconds(second);
  }
}
