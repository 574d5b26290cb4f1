package io.firedrill.report;

import java.util.List;

/**
 * What a report says about coverage.
 *
 * @param summary it in one line
 * @param items every rule, route, receiver and so on, in order
 */
public record CoverageSection(String summary, List<Item> items) {

  /** The state of what is covered; every other is listed first. */
  public static final String COVERED = "covered";

  public CoverageSection {
    items = List.copyOf(items);
  }

  /**
   * One thing that can be covered.
   *
   * @param kind what it is: {@code alerting rule}, {@code route}
   * @param name its name
   * @param file the file in which it stands
   * @param line where, from 1
   * @param state a word: {@code covered}, {@code uncovered}, {@code partial}, {@code exempt}
   * @param reason why it is so; may be empty
   */
  public record Item(
      String kind, String name, String file, int line, String state, String reason) {}
}
