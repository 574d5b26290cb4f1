package io.firedrill.internal.mutation;

import io.firedrill.internal.source.FileTexts;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.YamlSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A report as one page for browsers: the changed files, with the mutants at their lines. */
public final class MutationHtml {

  private static final String STYLE =
      """
      body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem}
      pre{margin:0;font:13px/1.45 ui-monospace,monospace;white-space:pre-wrap}
      .l{display:grid;grid-template-columns:4rem 1fr}
      .l>span{color:#777;text-align:right;padding-right:1rem}
      ul{margin:0 0 .3rem 4rem;padding-left:1rem;font-size:13px}
      .NOTICED{color:#267a3e}.SURVIVED{color:#b3261e;font-weight:600}
      .EXEMPT,.REFUSED{color:#777}
      .s{background:#fde8e6}
      @media (prefers-color-scheme:dark){body{background:#16181c;color:#ddd}
      .s{background:#4a2320}.NOTICED{color:#6cc387}.SURVIVED{color:#ff8a80}}
      """;

  private MutationHtml() {}

  /**
   * The page.
   *
   * @param texts reads the changed files
   */
  public static String of(MutationReport report, FileTexts texts) {
    Map<String, List<MutantResult>> files = new LinkedHashMap<>();
    report.mutants().forEach(m -> files.computeIfAbsent(m.file(), any -> new ArrayList<>()).add(m));
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .append("style-src 'unsafe-inline'\">\n<title>Mutants</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n<h1>Mutants</h1>\n<p>")
        .append(escaped(report.summary()))
        .append("</p>\n<p>")
        .append(escaped(report.servers()))
        .append("</p>\n");
    files.forEach((file, mutants) -> page.append(section(file, mutants, texts)));
    return page.append("</html>\n").toString();
  }

  private static String section(String file, List<MutantResult> mutants, FileTexts texts) {
    Map<Integer, List<MutantResult>> lines = new TreeMap<>();
    mutants.forEach(m -> lines.computeIfAbsent(m.line(), any -> new ArrayList<>()).add(m));
    StringBuilder text = new StringBuilder("<h2>" + escaped(file) + "</h2>\n");
    List<String> source = source(file, mutants.get(0).operator(), texts);
    for (int i = 1; i <= source.size(); i++) {
      List<MutantResult> here = lines.getOrDefault(i, List.of());
      boolean survives = here.stream().anyMatch(m -> m.status() == MutantResult.Status.SURVIVED);
      text.append(
          "<div class=\"l%s\"><span>%d</span><pre>%s</pre></div>\n"
              .formatted(survives ? " s" : "", i, escaped(source.get(i - 1))));
      text.append(list(here));
    }
    if (source.isEmpty()) {
      text.append(list(mutants));
    }
    return text.toString();
  }

  /** The lines of a file without secrets; none if it is not there any more. */
  private static List<String> source(String file, String operator, FileTexts texts) {
    Path path = Path.of(file);
    try {
      if (operator.startsWith("template/")) {
        return texts.read(path).lines().toList();
      }
      boolean rules = operator.startsWith("expr/") || operator.startsWith("rule/");
      YamlSource source =
          rules ? YamlSource.readFrom(texts, path) : YamlSource.readConfiguration(path, texts);
      return source.shownLines();
    } catch (InputException e) {
      return List.of();
    }
  }

  private static String list(List<MutantResult> mutants) {
    return mutants.isEmpty()
        ? ""
        : mutants.stream()
            .map(MutationHtml::item)
            .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
  }

  private static String item(MutantResult mutant) {
    String more =
        switch (mutant.status()) {
          case NOTICED -> mutant.noticedBy().map(t -> "noticed by " + t).orElse("noticed");
          case SURVIVED -> mutant.why() + differences(mutant);
          case EXEMPT -> "exempt: " + mutant.reason().orElse("");
          case REFUSED -> "refused by the servers";
        };
    return "<li><span class=\"%s\">%s</span> %s: %s</li>\n"
        .formatted(
            mutant.status(), escaped(mutant.operator()), escaped(mutant.change()), escaped(more));
  }

  private static String differences(MutantResult mutant) {
    return mutant.unnoticed().stream()
        .flatMap(u -> u.difference().stream().map(d -> "; " + u.test() + ": " + d))
        .collect(Collectors.joining());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
