package io.firedrill.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.capture.AnswerPolicy.Delivery;
import io.firedrill.capture.Subject.Group;
import io.firedrill.model.Labels;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CompanionsTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final Companions companions = new Companions();

  @Test
  void aMessageWithoutTagIsAboutTheOnlyGroupOfItsInstant() {
    tell(NOON.minusSeconds(60), "early");
    tell(NOON.plusMillis(1), "noon");

    assertThat(find(NOON).labels()).isEqualTo(Labels.of("alertname", "noon"));
  }

  @Test
  void orAboutNobodyKnowsWhich() {
    tell(NOON, "one");
    tell(NOON, "two");

    assertThat(find(NOON)).isEqualTo(Subject.UNKNOWN);
  }

  @Test
  void whatAnotherIntegrationIsAboutDoesNotMatter() {
    companions.add(new Delivery(NOON, "data", "telegram", 1), Json.read(body("other")));

    assertThat(find(NOON)).isEqualTo(Subject.UNKNOWN);
  }

  private void tell(Instant time, String name) {
    companions.add(new Delivery(time, "data", "telegram", 0), Json.read(body(name)));
  }

  private static String body(String name) {
    return """
        {"status": "firing", "groupLabels": {"alertname": "%1$s"}, "alerts": [
        {"status": "firing", "labels": {"alertname": "%1$s"}, "annotations": {},
        "startsAt": "2026-03-02T08:00:00Z", "fingerprint": "%2$x"}]}
        """
        .formatted(name, name.hashCode());
  }

  private Group find(Instant time) {
    return companions.find(new Delivery(time, "data", "telegram", 0), Subject.UNKNOWN);
  }
}
