package io.firedrill.internal.source;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For parsed configurations: shows values that may be disclosed, and punctuation. */
final class NodeMask implements Mask {

  private static final String PUNCTUATION = "-?:,[]{}\"'|> \t";

  /**
   * Shorter values, and keys, are hidden only in quotes, because they may be words of the message.
   */
  private static final int SHORTEST = 4;

  private final BitSet shown = new BitSet();
  private final BitSet hidden = new BitSet();
  private final List<String> secrets;

  NodeMask(List<YamlNode> documents) {
    Disclosure disclosure = new Disclosure(documents);
    disclosure.shown().forEach(scalar -> shown.set(scalar.start(), scalar.end()));
    disclosure.hidden().forEach(this::hide);
    Set<String> known =
        disclosure.shown().stream().map(YamlScalar::text).collect(Collectors.toSet());
    secrets =
        disclosure.hidden().stream()
            .map(YamlScalar::text)
            .flatMap(text -> Stream.concat(Stream.of(text), text.lines().map(String::strip)))
            .filter(Predicate.not(String::isBlank))
            .filter(text -> !known.contains(text))
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
  }

  private void hide(YamlScalar scalar) {
    boolean quoted =
        scalar.style() == YamlScalar.Style.SINGLE_QUOTED
            || scalar.style() == YamlScalar.Style.DOUBLE_QUOTED;
    int quotes = quoted ? 1 : 0;
    hidden.set(scalar.start() + quotes, Math.max(scalar.start() + quotes, scalar.end() - quotes));
  }

  @Override
  public String line(int index, String line) {
    int[] points = line.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      points[i] = isShown(index + i, points[i]) ? points[i] : '*';
    }
    return new String(points, 0, points.length);
  }

  private boolean isShown(int index, int c) {
    return !hidden.get(index) && (shown.get(index) || PUNCTUATION.indexOf(c) >= 0);
  }

  @Override
  public String message(String message) {
    String masked = message;
    for (String secret : secrets) {
      if (masked.contains(secret)) {
        masked = without(secret, masked);
      }
    }
    return masked;
  }

  private static String without(String secret, String message) {
    boolean anywhere = secret.length() >= SHORTEST && !ConfigurationKeys.isKnown(secret);
    String start = anywhere ? "(?<![\\w-])" : "(?<=[\"'`])";
    String end = anywhere ? "(?![\\w-])" : "(?=[\"'`])";
    return Pattern.compile(start + Pattern.quote(secret) + end)
        .matcher(message)
        .replaceAll(Matcher.quoteReplacement(Mask.stars(secret)));
  }
}
