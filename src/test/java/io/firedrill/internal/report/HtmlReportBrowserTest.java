package io.firedrill.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The report in a browser. */
class HtmlReportBrowserTest {

  private static final Path SCREENSHOTS = Path.of("target/report-screenshots");
  private static final Path DOCS_PICTURE = Path.of("docs/images/report-picture.svg");

  @TempDir private static Path directory;

  private static Browser browser;
  private static Path page;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.start();
    page = directory.resolve("index.html");
    Files.writeString(
        page, HtmlReport.of(ReportExample.suite(), Optional.of(ReportExample.coverage())));
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void drawsAFailedScenarioAtOnceAndOthersWhenOpened() {
    open(1400, 1000, "light");

    assertThat(browser.driver().getTitle()).isEqualTo("Firedrill: 2 failed, 1 error, 1 passed");
    assertThat(texts("#t1 .picture svg text"))
        .contains(
            "SharpeRatioDeclining{agent=\"momentum\", severity=\"critical\"}",
            "slack to desk",
            "webhook to archive",
            "actions",
            "SharpeRatioDeclining: avg_over_time(rl_agent_sharpe_ratio[1m])",
            "< 1.2",
            "rl_agent_sharpe_ratio",
            "up",
            "20m");
    assertThat(all("#t1 .picture svg path")).hasSizeGreaterThan(20);
    assertThat(all("#t2 .picture svg")).isEmpty();

    click("#t2 h3 button");
    browser.run("document.querySelector('#t2').scrollIntoView()");
    until("document.querySelector('#t2 .picture svg')");
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void showsExpectedBesideActualResults() {
    open(1400, 1000, "light");

    assertThat(texts("#t1 .failure .expected"))
        .containsExactly("    - 40m (2026-03-02T08:40:00Z)  inactive");
    assertThat(texts("#t1 .failure .actual"))
        .containsExactly("    + 40m (2026-03-02T08:40:00Z)  firing");
    assertThat(texts("#t1 .failure code"))
        .containsExactly("test-scenarios/sharpe.yml:17:5", "rules/ml.yml:12");
    assertThat(texts("#t3 .failure"))
        .singleElement()
        .asString()
        .contains("rules/bad.yml:4:11", "Prometheus says: parse error");
    List<?> lefts =
        (List<?>)
            browser.run(
                "return [...document.querySelectorAll('#t1 .failure pre span')]"
                    + ".map(e => e.getBoundingClientRect().left)");
    assertThat(lefts.stream().distinct()).as("the lines begin at one column").hasSize(1);
  }

  @Test
  void showsRenderedMessages() {
    open(1400, 1000, "light");

    assertThat(texts("#t1 .message .kind"))
        .containsExactly(
            "slack", "email", "pagerduty", "opsgenie", "telegram", "webhook", "pagerduty", "slack");
    assertThat(texts("#t1 .chat .attachment").get(0))
        .contains("[FIRING:1] SharpeRatioDeclining")
        .contains("Sharpe ratio of momentum is 0.9, see the runbook")
        .contains("agent", "momentum");
    assertThat(texts("#t1 .mail dl").get(0)).contains("From", "desk@example.org", "Subject");
    assertThat(one("#t1 .mail iframe").getDomAttribute("sandbox")).isEmpty();
    assertThat(texts("#t1 .incident").get(0)).contains("triggered", "critical", "dedup_key");
    assertThat(texts("#t1 .incident").get(1)).contains("P1", "trading");
    click("#t1 .message > .disclosure");
    assertThat(texts("#t1 pre.raw").get(0)).contains("{\n  \"text\"");
  }

  @Test
  void filtersAndSearches() {
    open(1400, 1000, "light");
    assertThat(shown()).containsExactly("t1", "t3", "t4", "t2");
    assertThat(one("#count").getText()).isEqualTo("4 of 4 scenarios");

    new Select(one("#verdict")).selectByValue("passed");
    assertThat(shown()).containsExactly("t2");
    assertThat(one("#failed").isDisplayed()).isFalse();

    click("button[type=reset]");
    until("document.getElementById('count').textContent.startsWith('4')");
    new Select(one("#receiver")).selectByValue("archive");
    assertThat(shown()).containsExactly("t1");
    click("button[type=reset]");
    until("document.getElementById('count').textContent.startsWith('4')");
    new Select(one("#alert")).selectByValue("Hostile");
    assertThat(shown()).containsExactly("t4");
    click("button[type=reset]");
    until("document.getElementById('count').textContent.startsWith('4')");
    one("#text").sendKeys("runbook MOMENTUM");
    assertThat(shown()).containsExactly("t1");
    assertThat(one("#count").getText()).isEqualTo("1 of 4 scenarios");
    one("#text").sendKeys("no such thing");
    assertThat(shown()).isEmpty();
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void treatsDataAsText() {
    open(1400, 1000, "light");
    openAll();
    until("document.querySelector('#t4 .picture svg')");
    browser.run("document.querySelectorAll('#t4 .mail iframe').forEach(f => f.scrollIntoView())");

    assertThat(browser.run("return String(window.hurt)")).isEqualTo("undefined");
    assertThat(texts("#t4 h3 .name")).containsExactly(ReportExample.HOSTILE);
    assertThat(texts("#t4 .chat .headline")).containsExactly(ReportExample.HOSTILE);
    assertThat(all("main img, main script, main a[href], main form")).isEmpty();
    assertThat(browser.requests()).containsExactly(page.toUri().toString());
  }

  @Test
  void hasATableForEveryPicture() {
    open(1400, 1000, "light");
    click("#t1 figure > .disclosure");

    assertThat(texts("#t1 figure caption"))
        .containsExactly("Alerts", "Notifications", "Actions", "Series");
    assertThat(texts("#t1 figure tbody tr"))
        .contains(
            "SharpeRatioDeclining{agent=\"momentum\", severity=\"critical\"} firing 25m"
                + " (2026-03-02T08:25:00Z) 50m (2026-03-02T08:50:00Z)",
            "25m32s (2026-03-02T08:25:32Z) archive webhook firing failed: HTTP 503",
            "40m (2026-03-02T08:40:00Z) silence created {agent=\"momentum\"}");
  }

  @Test
  void showsWarnings() {
    open(1400, 1000, "light");

    assertThat(one("#warnings").getText())
        .isEqualTo(
            "Warnings\n"
                + ReportExample.HOSTILE
                + "\nrules/am.yml:3:1\nin full: "
                + ReportExample.HOSTILE);
  }

  @Test
  void showsWhatIsNotCovered() {
    open(1400, 1000, "light");

    assertThat(one("#coverage").getText())
        .contains(
            "33.3 % covered by 4 tests; not covered: 1", "QueueFull", "never pending, never fired")
        .doesNotContain("rules/ml.yml:12");
    click("#coverage .disclosure");
    assertThat(one("#coverage").getText()).contains("rules/ml.yml:12");
  }

  @Test
  void fitsAPhone() throws IOException {
    open(375, 800, "light");
    openAll();

    assertThat(
            browser.run(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .as("pixels beyond the window")
        .isEqualTo(0L);
    browser.run("window.scrollTo(0, 0)");
    browser.screenshot(SCREENSHOTS.resolve("phone-light-top.png"));
    browser.run("document.querySelector('#t1 figure').scrollIntoView()");
    browser.screenshot(SCREENSHOTS.resolve("phone-light.png"));
    browser.run("document.querySelector('#t1 h4 + .messages').scrollIntoView()");
    browser.screenshot(SCREENSHOTS.resolve("phone-light-messages.png"));
  }

  @Test
  void isDarkIfThatIsPreferredAndLightOnDemand() throws IOException {
    open(1280, 1000, "dark");
    assertThat(lightness("document.body")).isLessThan(60);
    browser.screenshot(SCREENSHOTS.resolve("desktop-dark-top.png"));
    browser.run("document.querySelector('#t1 .columns').scrollIntoView()");
    browser.screenshot(SCREENSHOTS.resolve("desktop-dark.png"));

    click("#theme");
    assertThat(one("#theme").getText()).isEqualTo("Theme: light");
    assertThat(lightness("document.body")).isGreaterThan(200);
    click("#theme");
    assertThat(one("#theme").getText()).isEqualTo("Theme: dark");
    assertThat(lightness("document.body")).isLessThan(60);
    click("#theme");
  }

  @Test
  void isUsableWithoutAMouse() {
    open(1400, 1000, "light");
    press(Keys.TAB);
    assertThat(focused()).isEqualTo("Skip to the results");
    press(Keys.ENTER);
    assertThat(browser.run("return document.activeElement.id")).isEqualTo("main");
    press(Keys.TAB);
    assertThat(focused()).contains("a strategy that loses its edge");
    assertThat(browser.run("return getComputedStyle(document.activeElement).outlineStyle"))
        .isEqualTo("solid");
    press(Keys.ENTER);
    assertThat(one("#t1 > .panel").isDisplayed()).isFalse();
    press(Keys.SPACE);
    assertThat(one("#t1 > .panel").isDisplayed()).isTrue();
  }

  @Test
  void foldsWhatEachPartOfARuleReturned() {
    open(1400, 1000, "light");
    assertThat(one("#t1 .failure .panel").isDisplayed()).isFalse();
    click("#t1 .failure .disclosure");
    assertThat(one("#t1 .failure .panel").isDisplayed()).isTrue();
    assertThat(one("#t1 .failure .parts .parts pre").getText()).isEqualTo("sharpe_ratio < 0.5");
  }

  @Test
  void doesNotTrapTheKeyboardFocus() {
    open(1400, 1000, "light");
    long last =
        (long)
            browser.run(
                "const b = [...document.querySelectorAll('#coverage button')];"
                    + "b[b.length - 1].id = 'last'; return 400;");
    for (int i = 0;
        i < last && !"last".equals(browser.run("return document.activeElement.id"));
        i++) {
      press(Keys.TAB);
    }

    assertThat(browser.run("return document.activeElement.id")).isEqualTo("last");
  }

  @ParameterizedTest
  @CsvSource({"1280, light", "1280, dark", "375, light"})
  void keepsNobodyOut(int width, String scheme) throws IOException {
    open(width, 900, scheme);
    openAll();
    browser.run(Browser.resource("/axe.min.js"));

    Object violations =
        browser
            .driver()
            .executeAsyncScript(
                "const done = arguments[0];"
                    + "axe.run(document, {iframes: false}).then(r => done(r.violations.map(v =>"
                    + " v.impact + ' ' + v.id + ': ' + v.help + ' '"
                    + " + v.nodes.map(n => n.target + ' ' + n.failureSummary).slice(0, 3).join('; '))),"
                    + " e => done(['failed: ' + e]))");

    assertThat((List<?>) violations).isEmpty();
  }

  @Test
  void staysQuickWithManyScenarios() throws IOException {
    Path many = directory.resolve("many.html");
    Files.writeString(many, HtmlReport.of(ReportExample.many(500), Optional.empty()));
    browser.open(many, 1400, 1000, "light");

    assertThat(one("#count").getText()).isEqualTo("500 of 500 scenarios");
    long drawn = (long) browser.run("return document.querySelectorAll('.picture svg').length");
    assertThat(drawn).as("what nobody has looked at is not drawn").isLessThan(5);
    assertThat((long) browser.run("return document.querySelectorAll('*').length"))
        .isLessThan(15_000);
  }

  @Test
  void matchesThePictureInTheDocumentation() throws IOException {
    open(1400, 1000, "light");
    // Fonts differ between machines, but the widths of letters in the picture must not.
    Object svg =
        browser.run(
            """
            echarts.setPlatformAPI({measureText: (text, font) =>
              ({width: text.length * 0.56 * parseFloat(/([\\d.]+)px/.exec(font || '12px')[1])})});
            const host = document.createElement('div');
            document.body.append(host);
            const colors = palette(host);
            const {option, height} = pictureOption(DATA.tests[0], 860, colors, true);
            option.backgroundColor = colors.panel;
            delete option.dataZoom;
            const chart = echarts.init(host, null, {renderer: 'svg', width: 860, height: height - 40});
            chart.setOption(option);
            return chart.renderToSVGString();
            """);
    String text = String.valueOf(svg).replace("><", ">\n<") + "\n";
    if ("write".equals(System.getProperty("docs"))) {
      Files.createDirectories(DOCS_PICTURE.getParent());
      Files.writeString(DOCS_PICTURE, text);
    }

    assertThat(DOCS_PICTURE)
        .as("%s (write it with -Ddocs=write)", DOCS_PICTURE)
        .content()
        .isEqualTo(text);
  }

  private static void open(int width, int height, String scheme) {
    browser.open(page, width, height, scheme);
    until("document.querySelector('#t1 .picture svg')");
  }

  private static void openAll() {
    browser.run(
        "document.querySelectorAll('h3 button[aria-expanded=false]').forEach(b => b.click())");
    until(
        "[...document.querySelectorAll('.picture')].filter(p => !p.querySelector('svg'))"
            + ".every(p => { p.scrollIntoView(); return false; })");
    browser.run("document.querySelectorAll('.panel .disclosure').forEach(b => b.click())");
  }

  private static void until(String condition) {
    new WebDriverWait(browser.driver(), Duration.ofMinutes(2), Duration.ofMillis(20))
        .withMessage(condition)
        .until(driver -> Boolean.TRUE.equals(browser.run("return Boolean(" + condition + ")")));
  }

  private static WebElement one(String selector) {
    return browser.driver().findElement(By.cssSelector(selector));
  }

  private static List<WebElement> all(String selector) {
    return browser.driver().findElements(By.cssSelector(selector));
  }

  @SuppressWarnings("unchecked")
  private static List<String> texts(String selector) {
    return (List<String>)
        browser.run(
            "return [...document.querySelectorAll(arguments[0])].map(e =>"
                + " (e.matches('pre, pre *, svg *, .name, .headline') ? e.textContent : e.innerText)"
                + ".replace(/\\t/g, ' '))",
            selector);
  }

  private static void click(String selector) {
    browser.run("document.querySelector(arguments[0]).click()", selector);
  }

  private static void press(Keys key) {
    new Actions(browser.driver()).sendKeys(key).perform();
  }

  private static String focused() {
    return (String) browser.run("return document.activeElement.textContent");
  }

  @SuppressWarnings("unchecked")
  private static List<String> shown() {
    return (List<String>)
        browser.run(
            "return [...document.querySelectorAll('.scenario')]"
                + ".filter(e => e.checkVisibility()).map(e => e.id)");
  }

  private static double lightness(String element) {
    Map<?, ?> color =
        (Map<?, ?>)
            browser.run(
                "const c = getComputedStyle("
                    + element
                    + ").backgroundColor.match(/\\d+/g).map(Number);"
                    + "return {mean: (c[0] + c[1] + c[2]) / 3}");
    return ((Number) color.get("mean")).doubleValue();
  }
}
