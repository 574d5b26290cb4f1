package io.firedrill.internal.report;

import io.firedrill.internal.coverage.Coverage;
import io.firedrill.internal.result.SuiteResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Results for people: one HTML file that needs nothing else and loads nothing. The same results
 * make the same bytes. Pictures are drawn by Apache ECharts, which is a part of the file.
 */
public final class HtmlReport {

  private static final List<String> SCRIPTS =
      List.of("dom.js", "messages.js", "picture.js", "page.js");
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private HtmlReport() {}

  /**
   * The report of a run.
   *
   * @param result what happened; pictures and wall-clock times are drawn from its extras
   * @param coverage what the run covers, with what is exempt, where that is known
   */
  public static String of(SuiteResult result, Optional<Coverage> coverage) {
    String script = SCRIPTS.stream().map(HtmlReport::resource).collect(Collectors.joining("\n"));
    String echarts = resource("echarts/echarts.min.js");
    return filled(
        resource("page.html"),
        Map.of(
            "style", resource("page.css"),
            "data", data(Page.of(result, coverage.map(CoverageSection::of))),
            "echarts", inlined(echarts),
            "script", inlined(script),
            "scripts", hash(inlined(echarts)) + " " + hash(inlined(script))));
  }

  /** JSON within HTML: no text in it can end the element, or begin another. */
  private static String data(Page page) {
    return JSON.writeValueAsString(page)
        .replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e");
  }

  /** In JavaScript, the end of a script can only stand in strings, where the backslash is none. */
  private static String inlined(String script) {
    return script.strip().replace("</script", "<\\/script").replace("<!--", "<\\!--");
  }

  /** The page's policy lets these very scripts run, and no other. */
  private static String hash(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  private static String filled(String template, Map<String, String> values) {
    return PLACE
        .matcher(template)
        .replaceAll(place -> Matcher.quoteReplacement(values.get(place.group(1))));
  }

  private static String resource(String name) {
    try (InputStream stream = HtmlReport.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
