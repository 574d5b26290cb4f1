package io.firedrill.internal.verdict;

import static io.firedrill.internal.verdict.Given.assertText;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Labels;
import java.util.List;
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

  @Test
  void tellsAlertsOfOneNameTogether() {
    Given given = Given.run();
    for (String job : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
      given.alert(Labels.of("alertname", "Latency", "job", job), "5m", "10m", "21m");
    }

    List<Failure> failures =
        StrictCheck.check(StrictCheckTest.none(), StrictCheck.SentLabels.ITS_OWN, given.observed());

    assertThat(failures).hasSize(1);
    assertThat(failures.get(0).text().lines().limit(9))
        .containsExactly(
            "drill.yaml:5:3: Latency{job=\"a\"} fires from 10m: no expectation mentions it, nor 7"
                + " more alerts of this name",
            "  fires at 11 evaluations",
            "  not mentioned either:",
            "    Latency{job=\"b\"} fires from 10m",
            "    Latency{job=\"c\"} fires from 10m",
            "    Latency{job=\"d\"} fires from 10m",
            "    Latency{job=\"e\"} fires from 10m",
            "    Latency{job=\"f\"} fires from 10m",
            "    and 2 more alerts");
  }
}
