package io.firedrill.internal.inversion;

import io.firedrill.internal.source.GoRegex;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Short texts that match a regular expression. */
final class RegexExamples {

  private static final int MOST = 24;
  private static final String ORDINARY = "abcxyz019ABC-_./: ";

  private final String regex;
  private int at;

  private RegexExamples(String regex) {
    this.regex = regex;
  }

  /** Some texts that match, each once; none if the expression is invalid or too unusual. */
  static List<String> of(String regex) {
    try {
      GoRegex compiled = GoRegex.compile(regex);
      RegexExamples parser = new RegexExamples(regex);
      List<String> found = parser.alternatives();
      return found.stream().distinct().filter(compiled::matches).limit(MOST).toList();
    } catch (GoRegex.BadRegexException e) {
      return List.of();
    }
  }

  private List<String> alternatives() {
    Set<String> found = new LinkedHashSet<>(sequence());
    while (at < regex.length() && regex.charAt(at) == '|') {
      at++;
      found.addAll(sequence());
    }
    return new ArrayList<>(found);
  }

  private List<String> sequence() {
    List<String> sofar = List.of("");
    while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      List<String> atom = atom(sofar.get(0));
      sofar = joined(sofar, quantified(atom));
    }
    return sofar;
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>();
    for (String a : first) {
      for (String b : second) {
        if (all.size() < MOST) {
          all.add(a + b);
        }
      }
    }
    return all;
  }

  private List<String> quantified(List<String> atom) {
    if (at >= regex.length()) {
      return atom;
    }
    char c = regex.charAt(at);
    List<String> result = atom;
    if (c == '*' || c == '?') {
      at++;
      result = new ArrayList<>(atom);
      result.add("");
    } else if (c == '+') {
      at++;
    } else if (c == '{' && regex.indexOf('}', at) > 0) {
      int end = regex.indexOf('}', at);
      int least = least(regex.substring(at + 1, end));
      at = end + 1;
      result = atom.stream().map(a -> a.repeat(Math.min(least, 64))).toList();
    } else {
      return atom;
    }
    if (at < regex.length() && regex.charAt(at) == '?') {
      at++;
    }
    return result;
  }

  private static int least(String bounds) {
    try {
      return Integer.parseInt(bounds.split(",")[0].trim());
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  private List<String> atom(String before) {
    char c = regex.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> List.of(characterClass());
      case '\\' -> escape();
      case '^', '$' -> List.of("");
      case '.' -> List.of(any(before));
      default -> List.of(String.valueOf(c));
    };
  }

  /** A digit after a digit, as in 5.. for a status, a number after a separator, else a letter. */
  private static String any(String before) {
    if (before.isEmpty()) {
      return "a";
    }
    char last = before.charAt(before.length() - 1);
    if (Character.isDigit(last)) {
      return "0";
    }
    return Character.isLetter(last) ? "a" : "1";
  }

  private List<String> group() {
    if (regex.startsWith("?", at)) {
      int colon = at;
      while (colon < regex.length() && ":>)".indexOf(regex.charAt(colon)) < 0) {
        colon++;
      }
      at = colon;
      if (at < regex.length() && regex.charAt(at) == ')') {
        at++;
        return List.of("");
      }
      at++;
    }
    List<String> inner = alternatives();
    at++;
    return inner;
  }

  private String characterClass() {
    int end = at;
    if (end < regex.length() && regex.charAt(end) == '^') {
      end++;
    }
    if (end < regex.length() && regex.charAt(end) == ']') {
      end++;
    }
    while (end < regex.length() && regex.charAt(end) != ']') {
      if (regex.charAt(end) == '\\') {
        end++;
      } else if (regex.startsWith("[:", end)) {
        end = regex.indexOf(":]", end) + 1;
      }
      end++;
    }
    String whole = "[" + regex.substring(at, Math.min(regex.length(), end)) + "]";
    at = end + 1;
    GoRegex one = GoRegex.compile(whole);
    for (int i = 0; i < ORDINARY.length(); i++) {
      if (one.matches(ORDINARY.substring(i, i + 1))) {
        return ORDINARY.substring(i, i + 1);
      }
    }
    for (char c = ' '; c < '\u0250'; c++) {
      if (one.matches(String.valueOf(c))) {
        return String.valueOf(c);
      }
    }
    return "a";
  }

  private List<String> escape() {
    if (at >= regex.length()) {
      return List.of("");
    }
    char c = regex.charAt(at++);
    return switch (c) {
      case 'd' -> List.of("1");
      case 'w', 'D', 'S' -> List.of("a");
      case 's', 'W' -> List.of(" ");
      case 'b', 'A', 'z', 'B' -> List.of("");
      case 'n' -> List.of("\n");
      case 't' -> List.of("\t");
      default -> List.of(String.valueOf(c));
    };
  }
}
