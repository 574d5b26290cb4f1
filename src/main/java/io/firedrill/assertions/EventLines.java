package io.firedrill.assertions;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The lines of a timeline, as given in a test.
 *
 * @param lines the lines, with single blanks
 * @param dated whether any line contains the date after the time since the start
 */
record EventLines(List<String> lines, boolean dated) {

  private static final Pattern DATE = Pattern.compile("^(\\S+) \\(-?\\+?\\d[\\dT:.-]*Z\\)");

  static EventLines of(List<String> written) {
    List<String> lines = written.stream().map(EventLines::spaced).toList();
    return new EventLines(lines, lines.stream().anyMatch(l -> DATE.matcher(l).find()));
  }

  /** Other lines, with dates only where these have them. */
  List<String> inTheForm(List<String> others) {
    return others.stream()
        .map(EventLines::spaced)
        .map(l -> dated ? l : DATE.matcher(l).replaceFirst("$1"))
        .toList();
  }

  private static String spaced(String line) {
    return line.strip().replaceAll(" +", " ");
  }
}
