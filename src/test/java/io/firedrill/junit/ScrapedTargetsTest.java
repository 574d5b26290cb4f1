package io.firedrill.junit;

import static io.firedrill.assertions.DrillAssertions.assertThat;
import static io.firedrill.assertions.DrillAssertions.duration;
import static io.firedrill.assertions.DrillAssertions.notification;

import io.firedrill.docs.Snippets;
import io.firedrill.drill.Drill;
import io.firedrill.internal.rig.process.TestPairs;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Drills that scrape, in JUnit, and the page that quotes one. */
class ScrapedTargetsTest {

  @BeforeAll
  static void skippedWithoutServers() {
    TestPairs.newest();
  }

  @Test
  void areQuotedInTheDocumentation() throws IOException {
    Snippets.of(Path.of("src/test/java/io/firedrill/junit/ScrapedTargetsTest.java"))
        .assertQuotedIn(Path.of("docs/scraping.md"));
  }

  // snippet: scraping
  @Nested
  @FiredrillTest(
      prometheusConfig = "rules/prometheus.yml", // its rule_files are the rules
      alertmanagerConfig = "rules/alertmanager.yml",
      start = "2026-03-03T15:00:00Z", // a Tuesday, 10:00 in New York
      prometheus = "3.5")
  class PaperTradingBotTest {

    @Test
    void aTargetThatIsDownPagesTheDesk(Drill drill) {
      drill.target("sentiment-api:8000").value("model_info{version=\"7\"}", 1);
      drill.target("paper-trading-bot:8000").series("orders_total", "0+3x40");

      drill.at(duration("10m"), d -> d.target("paper-trading-bot:8000").down());
      drill.at(duration("30m"), d -> d.target("paper-trading-bot:8000").up());
      drill.runFor(duration("40m"));

      // Scraped every 30 s, seen at 11m, for: 5m, group_wait: 30s.
      assertThat(drill.alerts("PaperTradingBotDown", "instance", "paper-trading-bot:8000"))
          .isFiringBetween(duration("16m"), duration("30m"));
      assertThat(drill.receiver("trading-oncall"))
          .received(
              notification().at("16m30s").firing().alert("PaperTradingBotDown"),
              notification().at("31m30s").resolved());
    }
  }
  // end: scraping
}
