package io.firedrill.internal.receiver;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Descriptions of issues: text, or documents in the Atlassian Document Format. */
final class JiraText {

  private static final Set<String> LINES =
      Set.of("paragraph", "heading", "codeBlock", "listItem", "hardBreak", "rule", "tableRow");

  private JiraText() {}

  /** The text that people read; one line per block. */
  static String of(JsonNode description) {
    if (!description.isObject()) {
      return description.asString("");
    }
    StringBuilder text = new StringBuilder();
    collect(description, text);
    return text.toString().strip();
  }

  private static void collect(JsonNode node, StringBuilder text) {
    text.append(node.path("text").asString(""));
    node.path("content").forEach(child -> collect(child, text));
    boolean endsLine = !text.isEmpty() && text.charAt(text.length() - 1) != '\n';
    if (LINES.contains(node.path("type").asString("")) && endsLine) {
      text.append('\n');
    }
  }
}
