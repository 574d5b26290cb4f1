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
 * Results as one self-contained HTML file, which includes Apache ECharts for the charts. Equal
 * results make equal bytes.
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
   * @param result the results; charts and wall-clock times are taken from its extras
   * @param coverage the run's coverage with exemptions, if it is known
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

  /** Escapes JSON for HTML, so that no text in it ends the element or begins another. */
  private static String data(Page page) {
    return JSON.writeValueAsString(page)
        .replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e");
  }

  /**
   * Escapes end tags in JavaScript. They occur only in strings, where {@code \/} means {@code /}.
   */
  private static String inlined(String script) {
    return script.strip().replace("</script", "<\\/script").replace("<!--", "<\\!--");
  }

  /** The hash with which the page's content security policy allows a script. */
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
