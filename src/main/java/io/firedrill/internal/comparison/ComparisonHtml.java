package io.firedrill.internal.comparison;

import io.firedrill.internal.comparison.WordDiff.Piece;
import io.firedrill.internal.result.WarningResult;
import io.firedrill.internal.verdict.VirtualTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Differences as one self-contained page without scripts. */
public final class ComparisonHtml {

  private static final String TEMPLATE = "comparison.html";

  private ComparisonHtml() {}

  /** The page. */
  public static String of(SuiteComparison suite) {
    String servers = suite.servers().isEmpty() ? "" : "On " + suite.servers() + ".";
    String tests =
        suite.differing().stream().map(ComparisonHtml::test).collect(Collectors.joining());
    return template()
        .replace("{{summary}}", escaped(suite.summary()))
        .replace("{{base}}", escaped(suite.base()))
        .replace("{{head}}", escaped(suite.head()))
        .replace("{{servers}}", escaped(servers))
        .replace("{{warnings}}", warnings(suite.warnings()))
        .replace("{{tests}}", tests);
  }

  private static String template() {
    try (InputStream in = ComparisonHtml.class.getResourceAsStream(TEMPLATE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String warnings(List<WarningResult> warnings) {
    return warnings.isEmpty()
        ? ""
        : warnings.stream()
            .map(w -> "<pre>" + escaped(w.text()) + "</pre>\n")
            .collect(Collectors.joining("", "<section>\n<h2>Warnings</h2>\n", "</section>\n"));
  }

  private static String test(ComparedTest test) {
    VirtualTime time = new VirtualTime(test.comparison().start());
    String note = test.note().isEmpty() ? "" : ": " + escaped(test.note());
    return "<section>\n<h2>%s</h2>\n<p><code>%s</code>%s</p>\n<ul>\n%s</ul>\n</section>\n"
        .formatted(
            escaped(test.name()),
            escaped(test.place()),
            note,
            test.comparison().all().stream()
                .map(difference -> difference(difference, time))
                .collect(Collectors.joining()));
  }

  private static String difference(EventDifference difference, VirtualTime time) {
    String parts =
        difference.parts().stream().map(ComparisonHtml::part).collect(Collectors.joining());
    return "<li class=\"%1$s\"><strong>%1$s</strong> <code>%2$s</code>%3$s</li>\n"
        .formatted(
            difference.change(),
            escaped(ComparisonText.headline(difference, time)),
            parts.isEmpty() ? "" : "\n<dl>\n" + parts + "</dl>");
  }

  private static String part(Part part) {
    String remark = part.remark().isEmpty() ? "" : ", " + part.remark();
    return "<dt>%s</dt><dd>%s%s</dd>\n".formatted(escaped(part.name()), values(part), remark);
  }

  private static String values(Part part) {
    if (PartText.isProse(part)) {
      return WordDiff.of(part.base().orElseThrow(), part.head().orElseThrow()).pieces().stream()
          .map(ComparisonHtml::marked)
          .collect(Collectors.joining());
    }
    return "<del>" + value(part.base()) + "</del> → <ins>" + value(part.head()) + "</ins>";
  }

  private static String value(Optional<String> value) {
    return escaped(PartText.value(value));
  }

  private static String marked(Piece piece) {
    String text = escaped(piece.text());
    return switch (piece.side()) {
      case BOTH -> text;
      case BASE -> "<del>" + text + "</del>";
      case HEAD -> "<ins>" + text + "</ins>";
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("{", "&#123;");
  }
}
