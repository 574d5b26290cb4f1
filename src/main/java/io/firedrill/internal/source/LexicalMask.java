package io.firedrill.internal.source;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * For configurations that are not valid YAML, whose keys and values cannot be distinguished: shows
 * only known keys before a colon, blanks, and structural characters.
 */
final class LexicalMask implements Mask {

  private static final Pattern TOKEN =
      Pattern.compile("(?<key>[A-Za-z_0-9]+)(?=[\"']?\\s*:)|[^\\s\\-?:,\\[\\]{}\"']+");

  /** What a message quotes: text in quotes, or the name of an anchor, an alias or a tag. */
  private static final Pattern QUOTED =
      Pattern.compile("\"(?<text>[^\"]*)\"|(?<=[*&!])(?<name>[^\\s\"'(),]{2,})");

  @Override
  public String line(int index, String line) {
    return TOKEN.matcher(line).replaceAll(token -> Matcher.quoteReplacement(shown(token)));
  }

  private static String shown(MatchResult token) {
    String key = token.group(1);
    return key != null && ConfigurationKeys.isKnown(key) ? key : Mask.stars(token.group());
  }

  @Override
  public String message(String message) {
    return QUOTED
        .matcher(message)
        .replaceAll(quoted -> Matcher.quoteReplacement(quotation(quoted)));
  }

  private static String quotation(MatchResult quoted) {
    String text = quoted.group(1);
    if (text == null) {
      return Mask.stars(quoted.group());
    }
    return '"' + (ConfigurationKeys.isKnown(text) ? text : Mask.stars(text)) + '"';
  }
}
