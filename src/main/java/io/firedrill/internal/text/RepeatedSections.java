package io.firedrill.internal.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Texts of failures that are read one below the other: what one of them has said, another need not
 * repeat. A section is an indented line that ends with a colon, and the lines below it that are
 * indented further.
 *
 * <p>An instance takes the texts one after the other.
 */
public final class RepeatedSections {

  private static final String TIMELINE = "timeline";

  private final Map<String, List<String>> last = new HashMap<>();
  private final Set<String> events = new HashSet<>();

  /** The texts, each without what the ones before it have said. */
  public static List<String> leftOut(List<String> texts) {
    RepeatedSections sections = new RepeatedSections();
    return texts.stream().map(sections::next).toList();
  }

  /**
   * The next text. A section that equals the last one with its title becomes {@code why: as above},
   * and so does a timeline whose events have all been shown.
   */
  public String next(String text) {
    List<String> lines = text.lines().toList();
    List<String> kept = new ArrayList<>();
    int line = 0;
    while (line < lines.size()) {
      int end = end(lines, line);
      List<String> section = lines.subList(line, end);
      if (section.size() > 1 && isRepeated(section.get(0), section.subList(1, section.size()))) {
        kept.add(section.get(0) + " as above");
        line = end;
      } else {
        kept.add(section.get(0));
        line++;
      }
    }
    return kept.size() == lines.size() ? text : String.join("\n", kept);
  }

  private boolean isRepeated(String title, List<String> body) {
    if (title.strip().startsWith(TIMELINE)) {
      List<String> shown = body.stream().map(RepeatedSections::event).toList();
      boolean repeated = events.containsAll(shown);
      events.addAll(shown);
      return repeated;
    }
    return body.equals(last.put(title, List.copyOf(body)));
  }

  /** The event alone, without marks and columns. */
  private static String event(String line) {
    return line.strip().replaceFirst("^> ", "").replaceAll(" {2,}", "  ");
  }

  private static int end(List<String> lines, int title) {
    int end = title + 1;
    if (lines.get(title).endsWith(":") && indent(lines.get(title)) > 0) {
      while (end < lines.size() && indent(lines.get(end)) > indent(lines.get(title))) {
        end++;
      }
    }
    return end;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
