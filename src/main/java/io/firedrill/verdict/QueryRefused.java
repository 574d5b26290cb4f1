package io.firedrill.verdict;

import io.firedrill.scenario.PromqlExpectation;
import io.firedrill.source.Position;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prometheus refused the expression of a {@code promql_expr_test}, or failed to evaluate it. */
final class QueryRefused {

  /** Prometheus counts lines of the expression, and bytes within a line, from 1. */
  private static final Pattern PLACE =
      Pattern.compile("(?:^|.*?: )(\\d{1,6}):(\\d{1,6}): (parse error: .*)", Pattern.DOTALL);

  private QueryRefused() {}

  static Failure of(PromqlExpectation expectation, String message, Observed observed) {
    VirtualTime time = new VirtualTime(observed.timeline().start());
    Instant at = time.start().plus(expectation.evalTime());
    List<String> lines = expectation.expr().lines().toList();
    Matcher matcher = PLACE.matcher(message);
    Optional<int[]> place =
        matcher.matches() ? place(lines, matcher.group(1), matcher.group(2)) : Optional.empty();
    String reason = place.isPresent() ? matcher.group(3) : message;
    FailureText text =
        new FailureText(
            place.map(p -> position(expectation, p)).orElse(expectation.exprPosition()),
            ExprText.oneLine(expectation.expr()) + " at " + time.text(at) + ": " + reason);
    return text.section("the expression:", marked(lines, place)).failure(FailureKind.QUERY_FAILED);
  }

  /** The line, from 0, and the code points before the place in it. */
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

  /** Exact for plain scalars and literal blocks; the marked expression is exact always. */
  private static Position position(PromqlExpectation expectation, int[] place) {
    Position start = expectation.exprPosition();
    return new Position(start.file(), start.line() + place[0], start.column() + place[1]);
  }

  private static List<String> marked(List<String> lines, Optional<int[]> place) {
    List<String> marked = new ArrayList<>(lines);
    place.ifPresent(p -> marked.add(p[0] + 1, " ".repeat(p[1]) + "^"));
    return marked;
  }
}
