package io.firedrill.internal.source;

import java.util.List;

/**
 * Allows tabs between a key, its value and a comment. YAML and Go's parser allow them, but the
 * parser used here does not: each tab that it refuses is replaced by a space, and the text is
 * parsed again.
 */
final class SeparatingTabs {

  /** The maximum number of tabs, because each one costs a parse. */
  private static final int LIMIT = 300;

  /** The parser has refused a separating tab. */
  static final class Found extends RuntimeException {
    private final int index;
    private final InputException error;

    Found(int index, InputException error) {
      super(null, null, false, false);
      this.index = index;
      this.error = error;
    }
  }

  private SeparatingTabs() {}

  /** The documents of a text. */
  static List<YamlNode> documents(SourceText source, String text) {
    StringBuilder parsed = new StringBuilder(text);
    for (int tries = 0; ; tries++) {
      try {
        return new YamlComposer(source, parsed.toString()).documents();
      } catch (Found tab) {
        int at = text.offsetByCodePoints(0, tab.index);
        if (tries == LIMIT || parsed.charAt(at) != '\t') {
          throw tab.error;
        }
        for (int i = at; i < parsed.length() && parsed.charAt(i) == '\t'; i++) {
          parsed.setCharAt(i, ' ');
        }
      }
    }
  }

  /** Whether there is a tab at the index, after a non-blank character of its line. */
  static boolean isAt(SourceText source, int index) {
    if (index >= source.length() || source.at(index) != '\t') {
      return false;
    }
    for (int i = source.lineStart(index); i < index; i++) {
      if (source.at(i) != ' ' && source.at(i) != '\t') {
        return true;
      }
    }
    return false;
  }
}
