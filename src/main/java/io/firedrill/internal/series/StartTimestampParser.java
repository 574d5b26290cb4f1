package io.firedrill.internal.series;

import io.firedrill.internal.source.PrometheusDuration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts the start timestamps of a list such as {@code -1m _x2 0s+15s x3}. */
final class StartTimestampParser {

  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final String OFFSET = "[-+]?([0-9]+[a-zA-Z&&[^x]]*)";
  private static final Pattern GAP = Pattern.compile("_(?:x0*([1-9][0-9]{0,17}))?");
  private static final Pattern STEADY = Pattern.compile(OFFSET + "(?:x([0-9]{1,18}))?");
  private static final Pattern RAMP = Pattern.compile(OFFSET + "[-+]" + OFFSET + "x([0-9]{1,18})");

  private StartTimestampParser() {}

  static long count(String text) {
    Matcher word = WORD.matcher(text);
    long count = 0;
    while (word.find()) {
      count += count(word);
    }
    return count;
  }

  private static long count(Matcher word) {
    Matcher gap = GAP.matcher(word.group());
    Matcher steady = STEADY.matcher(word.group());
    Matcher ramp = RAMP.matcher(word.group());
    if (gap.matches()) {
      return gap.group(1) == null ? 1 : Long.parseLong(gap.group(1));
    }
    if (steady.matches() && isDuration(steady.group(1))) {
      return steady.group(2) == null ? 1 : 1 + Long.parseLong(steady.group(2));
    }
    if (ramp.matches() && isDuration(ramp.group(1)) && isDuration(ramp.group(2))) {
      return 1 + Long.parseLong(ramp.group(3));
    }
    throw new SeriesSyntaxException(
        word.start(),
        word.group().length(),
        "expected a start timestamp such as \"-1m\", \"0sx5\" or \"0s-15sx5\", found \""
            + word.group()
            + "\"");
  }

  private static boolean isDuration(String text) {
    return PrometheusDuration.parse(text).isPresent();
  }
}
