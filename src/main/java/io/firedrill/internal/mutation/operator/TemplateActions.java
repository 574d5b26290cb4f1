package io.firedrill.internal.mutation.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a text that templates replace by values. */
final class TemplateActions {

  private static final Pattern ACTION = Pattern.compile("(?s)\\{\\{-?\\s*(\\S*).*?\\}\\}");

  /** Removing these would make the template invalid. */
  private static final Set<String> STRUCTURE =
      Set.of("range", "if", "else", "end", "with", "define", "block", "break", "continue");

  private TemplateActions() {}

  /**
   * A text without one of its actions.
   *
   * @param at the index of the action
   * @param action the action
   * @param text the text without it
   */
  record Variant(int at, String action, String text) {}

  /** The text without each of the actions that print something. */
  static List<Variant> without(String text) {
    List<Variant> variants = new ArrayList<>();
    Matcher action = ACTION.matcher(text);
    while (action.find()) {
      String word = action.group(1).replace("}}", "");
      if (!STRUCTURE.contains(word) && !word.startsWith("/*") && !word.startsWith("$")) {
        variants.add(variant(text, action));
      } else if (word.startsWith("$") && !action.group().contains(":=")) {
        variants.add(variant(text, action));
      }
    }
    return variants;
  }

  private static Variant variant(String text, Matcher action) {
    return new Variant(
        action.start(),
        action.group(),
        text.substring(0, action.start()) + text.substring(action.end()));
  }
}
