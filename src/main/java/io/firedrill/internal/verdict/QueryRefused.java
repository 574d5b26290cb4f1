package io.firedrill.internal.verdict;

import io.firedrill.internal.source.Position;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prometheus refused an expression, or failed to evaluate it.
 *
 * @param query the expression
 * @param reason why, in Prometheus's words
 * @param place the line of the expression, from 0, and the code points before the place in it
 */
record QueryRefused(Query query, String reason, Optional<int[]> place) {

  /** Prometheus counts lines of the expression, and bytes within a line, from 1. */
  private static final Pattern PLACE =
      Pattern.compile("(?:^|.*?: )(\\d{1,6}):(\\d{1,6}): (parse error: .*)", Pattern.DOTALL);

  static QueryRefused of(Query query, String message) {
    Matcher matcher = PLACE.matcher(message);
    Optional<int[]> place =
        matcher.matches()
            ? place(query.expression().lines().toList(), matcher.group(1), matcher.group(2))
            : Optional.empty();
    return new QueryRefused(query, place.isPresent() ? matcher.group(3) : message, place);
  }

  Difference difference(Observed observed) {
    VirtualTime time = new VirtualTime(observed.timeline().start());
    return new FailureText(query.title(time) + ": " + reason)
        .section("the expression:", marked(query.expression().lines().toList()))
        .alike(query.expression() + "\n" + reason, "at " + time.text(query.time()))
        .difference(FailureKind.QUERY_FAILED);
  }

  /**
   * Where a file has the place. Exact for plain scalars and literal blocks; the marked expression
   * is exact always.
   *
   * @param start where the expression begins
   */
  Position position(Position start) {
    return place
        .map(p -> new Position(start.file(), start.line() + p[0], start.column() + p[1]))
        .orElse(start);
  }

  private static Optional<int[]> place(List<String> lines, String line, String column) {
    int row = Integer.parseInt(line) - 1;
    if (row < 0 || row >= lines.size()) {
      return Optional.empty();
    }
    byte[] bytes = lines.get(row).getBytes(StandardCharsets.UTF_8);
    int length = Math.max(0, Math.min(bytes.length, Integer.parseInt(column) - 1));
    String before = new String(bytes, 0, length, StandardCharsets.UTF_8);
    return Optional.of(new int[] {row, before.codePointCount(0, before.length())});
  }

  private List<String> marked(List<String> lines) {
    List<String> marked = new ArrayList<>(lines);
    place.ifPresent(p -> marked.add(p[0] + 1, " ".repeat(p[1]) + "^"));
    return marked;
  }
}
