package io.firedrill.prometheus;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an expression reads, found in its text: that it is PromQL is the server's to say.
 *
 * @param selectors the selectors, such as {@code up{job="a"}}, without ranges and offsets; each
 *     once, in order
 * @param need which of them have to have samples for the expression to be put to the test
 */
public record MetricSelectors(List<String> selectors, Need need) {

  /** How many selectors have to have samples. */
  public enum Need {
    /** Each of them. */
    ALL,
    /** Any: where one side of {@code or} or {@code unless} is absent, the other speaks. */
    ANY
  }

  private static final Set<String> KEYWORDS =
      Set.of(
          "and",
          "or",
          "unless",
          "bool",
          "offset",
          "atan2",
          "inf",
          "nan",
          "group_left",
          "group_right",
          "by",
          "without",
          "on",
          "ignoring");

  private static final Set<String> LABEL_LISTS =
      Set.of("by", "without", "on", "ignoring", "group_left", "group_right");

  private static final String STRING = "\"(?:\\\\.|[^\"\\\\])*+\"|'(?:\\\\.|[^'\\\\])*+'|`[^`]*`";

  /** Comments, strings, selectors' braces, ranges, numbers and durations, names, all else. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?s)#[^\\n]*|(?<string>"
              + STRING
              + ")|(?<braces>\\{(?:"
              + STRING
              + "|#[^\\n]*|[^\"'`}#]++)*+\\})|\\[[^\\]]*\\]|[0-9.][0-9a-zA-Z_.]*"
              + "|(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)|(?<other>\\S)");

  public MetricSelectors {
    selectors = List.copyOf(selectors);
  }

  private record Token(String name, String braces, String other) {
    boolean is(String text) {
      return text.equals(other);
    }

    String word() {
      return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }
  }

  /** Finds them. */
  public static MetricSelectors of(String expression) {
    List<Token> tokens = tokens(expression);
    Set<String> selectors = new LinkedHashSet<>();
    Need need = Need.ALL;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : new Token(null, null, "");
      if (LABEL_LISTS.contains(token.word()) && next.is("(")) {
        i = closing(tokens, i + 1);
      } else if (KEYWORDS.contains(token.word())) {
        need = Set.of("or", "unless").contains(token.word()) ? Need.ANY : need;
      } else if (token.name() != null && next.braces() != null) {
        selectors.add(token.name() + next.braces());
        i++;
      } else if (token.name() != null && !isCalled(next)) {
        selectors.add(token.name());
      } else if (token.braces() != null) {
        selectors.add(token.braces());
      }
    }
    return new MetricSelectors(List.copyOf(selectors), need);
  }

  /** A function, or an aggregation whose labels come first: {@code sum by (job) (up)}. */
  private static boolean isCalled(Token next) {
    return next.is("(") || Set.of("by", "without").contains(next.word());
  }

  private static int closing(List<Token> tokens, int open) {
    int i = open;
    while (i < tokens.size() && !tokens.get(i).is(")")) {
      i++;
    }
    return i;
  }

  private static List<Token> tokens(String expression) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(expression);
    while (matcher.find()) {
      String name = matcher.group("name");
      String braces = matcher.group("braces");
      String other = matcher.group("other");
      if (name != null || braces != null || other != null) {
        tokens.add(new Token(name, braces, other));
      }
    }
    return tokens;
  }

  /** Whether the selectors that have samples are enough for the expression to say something. */
  public boolean satisfiedBy(Set<String> present) {
    return need == Need.ALL
        ? present.containsAll(selectors)
        : selectors.stream().anyMatch(present::contains);
  }
}
