package io.firedrill.internal.verdict;

import io.firedrill.internal.source.Origin;
import io.firedrill.internal.source.Position;

/** What differs in the messages for those who write scenario files and those who write Java. */
enum Wording {
  SCENARIO(
      "any_order: true accepts any order",
      "fuzzy_compare: true accepts that",
      "integration: %s expects those of one"),
  JAVA(
      "receivedInAnyOrder accepts any order",
      "an offset such as within(1e-9) accepts that",
      "by(\"%s\") selects those of one");

  private final String anyOrder;
  private final String neighbours;
  private final String integration;

  Wording(String anyOrder, String neighbours, String integration) {
    this.anyOrder = anyOrder;
    this.neighbours = neighbours;
    this.integration = integration;
  }

  static Wording of(Origin origin) {
    return origin instanceof Position ? SCENARIO : JAVA;
  }

  /** {@code expected at drill.yaml:3:5}, {@code expected as no. 2}, or just {@code expected}. */
  static String expected(Origin origin) {
    if (origin instanceof Origin.Listed listed) {
      return listed.of() == 1 ? "expected" : "expected as no. " + listed.number();
    }
    return "expected at " + origin;
  }

  /** {@code no. 2 at drill.yaml:3:5}, or just {@code no. 2}. */
  static String listed(int number, Origin origin) {
    return "no. " + number + (origin instanceof Position ? " at " + origin : "");
  }

  /** {@code drill.yaml:3:5}, or {@code no. 2}. */
  static String place(Origin origin) {
    return origin instanceof Origin.Listed listed ? "no. " + listed.number() : origin.toString();
  }

  String anyOrderHint() {
    return anyOrder;
  }

  /** {@code integration: slack expects those of one}. */
  String integrationHint(String kind) {
    return integration.formatted(kind);
  }

  String neighboursHint() {
    return neighbours;
  }
}
