package io.firedrill.internal.verdict;

import static io.firedrill.internal.verdict.Given.assertText;

import io.firedrill.model.Labels;
import org.junit.jupiter.api.Test;

class AlertUnmentionedTest {

  @Test
  void showsWhenItFires() {
    Given given =
        Given.runIn2026()
            .alert(Labels.of("alertname", "Latency", "job", "api"), "5m", "10m", "18m");

    assertText(
        StrictCheck.check(StrictCheckTest.none(), StrictCheck.SentLabels.ITS_OWN, given.observed())
            .stream()
            .findFirst(),
        """
        drill.yaml:5:3: Latency{job="api"} fires from 10m (2026-03-02T08:10:00Z): no expectation \
        mentions it
          fires at 8 evaluations
          hint: an alert_rule_test, an alert_state_test or a claimed notification would mention it; \
        strict: false ignores what nothing mentions
          timeline around 10m (2026-03-02T08:10:00Z):
              5m (2026-03-02T08:05:00Z)   Latency{job="api"}  inactive -> pending
            > 10m (2026-03-02T08:10:00Z)  Latency{job="api"}  pending -> firing
              18m (2026-03-02T08:18:00Z)  Latency{job="api"}  firing -> inactive
        """);
  }
}
