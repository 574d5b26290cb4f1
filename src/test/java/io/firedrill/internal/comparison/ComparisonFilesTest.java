package io.firedrill.internal.comparison;

import static io.firedrill.internal.comparison.Run.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.comparison.ComparedTest.Extent;
import io.firedrill.internal.result.WarningResult;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Differences as Markdown, HTML and JSON. */
class ComparisonFilesTest {

  private static final TestComparison CHANGED =
      TestComparison.of(
          Run.of()
              .alert("0s", "15m", "1h", "queue", "a")
              .slack("15m30s", "team", "firing", says("Full", "for `15` minutes\n<now> @all"))
              .webhook("15m30s", "log", "firing", "full")
              .result(),
          Run.of()
              .alert("0s", "20m", "1h", "queue", "a")
              .slack("20m30s", "team", "firing", says("Full", "for `20` minutes\n<now> @all"))
              .result());

  private static final SuiteComparison SUITE =
      new SuiteComparison(
          "Prometheus 3.5, Alertmanager 0.33",
          "main (1a2b3c4)",
          "the working tree",
          List.of(
              test("fills <up>", Extent.BOTH, CHANGED),
              test("stays empty", Extent.UNCHANGED, TestComparison.none(Instant.EPOCH))),
          List.of(
              new WarningResult(
                  "am.yml", 3, 1, "\"<tracing>\" is left out", "am.yml:3:1: warning: <tracing>")));

  private static ComparedTest test(String name, Extent extent, TestComparison comparison) {
    return new ComparedTest("queue.yml", name, 4, extent, "", comparison);
  }

  @Test
  void summarise() {
    assertThat(SUITE.summary()).isEqualTo("3 differences in 1 of 2 tests; 1 unchanged, not run");
    assertThat(new SuiteComparison("", "a", "b", List.of(), List.of()).summary())
        .isEqualTo("no differences in 0 tests");
  }

  @Test
  void markdownEscapesTextOfUsers() {
    assertThat(ComparisonMarkdown.of(SUITE))
        .isEqualTo(
            """
            ### Firedrill: 3 differences in 1 of 2 tests; 1 unchanged, not run

            From `main (1a2b3c4)` to `the working tree`, on Prometheus 3.5, Alertmanager 0.33.

            - **warning** `am.yml:3`: "\\<tracing\\>" is left out

            #### fills \\<up\\>

            `queue.yml:4`

            - **changes** `0s  Full{queue="a"}`
              - firing: `15m` → `20m`, 5m later
            - **vanishes** `15m30s  webhook log  firing  {alertname="Full"}  1 alert`
            - **changes** `20m30s  slack team  firing  {alertname="Full"}  1 alert`
              - time: `15m30s` → `20m30s`, 5m later
              - text:
                ```diff
                - for `15` minutes
                + for `20` minutes
                  <now> @all
                ```
            """);
  }

  @Test
  void markdownFitsIntoAComment() {
    List<ComparedTest> many = Collections.nCopies(500, test("fills", Extent.BOTH, CHANGED));

    String text = ComparisonMarkdown.of(new SuiteComparison("", "a", "b", many, List.of()));

    assertThat(text.length()).isLessThan(65_536);
    assertThat(text).containsPattern("And \\d+ more tests with differences: too many to be shown");
  }

  @Test
  void htmlIsOnePageWithoutScripts() {
    String page = ComparisonHtml.of(SUITE);

    assertThat(page)
        .contains(
            "<h1>3 differences in 1 of 2 tests; 1 unchanged, not run</h1>",
            "<h2>fills &lt;up&gt;</h2>",
            "<code>15m30s  webhook log  firing  &#123;alertname=&quot;Full&quot;}  1 alert</code>",
            "<dt>firing</dt><dd><del>15m</del> → <ins>20m</ins>, 5m later</dd>",
            "<dd>for <del>`15`</del><ins>`20`</ins> minutes\n&lt;now&gt; @all</dd>")
        .doesNotContain("{{", "<script", "<now>", "src=", "url(", "stays empty");
  }

  @Test
  void jsonContainsEverything() {
    JsonNode root = JsonMapper.shared().readTree(ComparisonJson.of(SUITE));

    assertThat(root.path("differences").asInt()).isEqualTo(3);
    JsonNode test = root.path("tests").path(0);
    assertThat(test.path("alerts").path(0).toString())
        .isEqualTo(
            """
            {"change":"changes","offset_seconds":0.0,\
            "base":{"labels":{"alertname":"Full","queue":"a"},"pending_seconds":0.0,\
            "firing_seconds":900.0,"end_seconds":3600.0},\
            "head":{"labels":{"alertname":"Full","queue":"a"},"pending_seconds":0.0,\
            "firing_seconds":1200.0,"end_seconds":3600.0},\
            "parts":[{"aspect":"time","name":"firing","base":"15m","head":"20m"}]}""");
    JsonNode gone = test.path("notifications").path(0);
    assertThat(gone.path("change").asString()).isEqualTo("vanishes");
    assertThat(gone.path("base").path("receiver").asString()).isEqualTo("log");
    assertThat(gone.path("head").isNull()).isTrue();
    assertThat(root.path("tests").path(1).path("extent").asString()).isEqualTo("unchanged");
  }
}
