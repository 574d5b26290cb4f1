package io.firedrill.internal.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Documents, by the documentation of the Atlassian Document Format. */
class JiraTextTest {

  @Test
  void eachBlockIsALine() {
    String document =
        """
        {"type": "doc", "version": 1, "content": [
        {"type": "heading", "attrs": {"level": 1}, "content": [{"type": "text", "text": "Full"}]},
        {"type": "paragraph", "content": [{"type": "text", "text": "Queue "},
        {"type": "text", "text": "a", "marks": [{"type": "strong"}]}, {"type": "hardBreak"},
        {"type": "text", "text": "Look."}]},
        {"type": "bulletList", "content": [{"type": "listItem", "content": [
        {"type": "paragraph", "content": [{"type": "text", "text": "now"}]}]}]}]}""";

    assertThat(JiraText.of(Json.read(document))).isEqualTo("Full\nQueue a\nLook.\nnow");
  }

  @Test
  void textIsUnchanged() {
    assertThat(JiraText.of(Json.read("\"a\\n b \""))).isEqualTo("a\n b ");
  }
}
