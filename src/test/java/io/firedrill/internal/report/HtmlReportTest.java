package io.firedrill.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.firedrill.internal.result.Picture;
import io.firedrill.internal.result.PictureLine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page as a file; {@link HtmlReportBrowserTest} looks at it. */
class HtmlReportTest {

  private static final String PAGE =
      HtmlReport.of(ReportExample.suite(), Optional.of(ReportExample.coverage()));

  @Test
  void isTheSameForTheSameResults() {
    assertThat(HtmlReport.of(ReportExample.suite(), Optional.of(ReportExample.coverage())))
        .isEqualTo(PAGE);
  }

  @Test
  void isSelfContained() {
    String markup = PAGE.replaceAll("(?s)<script.*?</script>", "");

    assertThat(markup)
        .doesNotContain("src=", "@import", "url(")
        .doesNotContainPattern("<link (?!rel=\"icon\" href=\"data:,\")")
        .contains("default-src 'none'");
    assertThat(PAGE).contains("Licensed to the Apache Software Foundation");
  }

  @Test
  void allowsOnlyItsOwnScripts() throws Exception {
    List<String> scripts =
        Pattern.compile("(?s)<script>(.*?)</script>")
            .matcher(PAGE)
            .results()
            .map(script -> script.group(1))
            .toList();

    assertThat(scripts).hasSize(2);
    for (String script : scripts) {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      assertThat(PAGE).contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }
  }

  @Test
  void keepsDataFromEndingTheirElement() {
    MatchResult data =
        Pattern.compile("<script type=\"application/json\" id=\"data\">([^<>&]*)</script>")
            .matcher(PAGE)
            .results()
            .findFirst()
            .orElseThrow();
    JsonNode tests = JsonMapper.builder().build().readTree(data.group(1)).path("tests");

    assertThat(tests.path(3).path("name").asString()).isEqualTo(ReportExample.HOSTILE);
    assertThat(Pattern.compile("<script").matcher(PAGE.replace(data.group(1), "")).results())
        .as("scripts begin where the page begins them")
        .hasSize(3 + occurrences("<script", echarts()));
  }

  @Test
  void drawsComparedValuesThenReadMetricsThenOthers() {
    assertThat(
            PageTest.of("t1", "a.yml", ReportExample.declining()).charts().stream()
                .map(PageChart::title))
        .containsExactly(
            "SharpeRatioDeclining: avg_over_time(rl_agent_sharpe_ratio[1m])",
            "rl_agent_sharpe_ratio",
            "up");
    PageChart first = PageTest.of("t1", "a.yml", ReportExample.declining()).charts().get(0);
    assertThat(first.thresholds())
        .containsExactly(new PageChart.Limit("SharpeRatioDeclining", "<", "1.2", 1.2));
    assertThat(first.lines().get(1))
        .isEqualTo(
            new PageChart.Line("{agent=\"mean-reversion\"}", List.of(0.0, 1.5, 3600.0, 1.5)));
  }

  @Test
  void showsChangingMetricsFirstAndOnlySomeOfMany() {
    PictureLine steady =
        new PictureLine(Map.of("__name__", "steady"), List.of(0.0, 60.0), List.of(1.0, 1.0));
    PictureLine changing =
        new PictureLine(Map.of("__name__", "changing"), List.of(0.0, 60.0), List.of(1.0, 2.0));
    List<PictureLine> many = new ArrayList<>(List.of(steady));
    many.addAll(Collections.nCopies(17, changing));

    assertThat(PageChart.of(new Picture(many, 0, List.of())))
        .extracting(PageChart::title, PageChart::about, chart -> chart.lines().size())
        .containsExactly(
            tuple("changing (16 of 17 series)", PageChart.About.CHANGING, 16),
            tuple("steady", PageChart.About.STEADY, 1));
  }

  @Test
  void drawsAlertsFromChangeToChange() {
    assertThat(PageTest.of("t1", "a.yml", ReportExample.declining()).alerts())
        .containsExactly(
            new PageAlert(
                "SharpeRatioDeclining",
                "SharpeRatioDeclining{agent=\"momentum\", severity=\"critical\"}",
                List.of(List.of(600.0, 1500.0, "pending"), List.of(1500.0, 3000.0, "firing"))));
  }

  private static int occurrences(String text, String in) {
    return in.split(Pattern.quote(text), -1).length - 1;
  }

  private static String echarts() {
    return PAGE.replaceFirst("(?s).*?</script>\n<script>", "").replaceFirst("(?s)</script>.*", "");
  }
}
