package io.firedrill.internal.prometheus;

import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.List;

/** The result of an expression: one of PromQL's four types. Instants are virtual time. */
public sealed interface QueryResult {

  /** An instant vector, in the server's order. */
  record Vector(List<Element> elements) implements QueryResult {
    public Vector {
      elements = List.copyOf(elements);
    }
  }

  /** A range vector, in the server's order. */
  record Matrix(List<Range> ranges) implements QueryResult {
    public Matrix {
      ranges = List.copyOf(ranges);
    }
  }

  /** A number without labels. */
  record Scalar(Instant time, double value) implements QueryResult {}

  /** A string. */
  record Text(Instant time, String value) implements QueryResult {}

  /**
   * One element of an instant vector.
   *
   * @param labels the labels, including the metric name if the expression keeps it
   * @param time the evaluation's time
   * @param value the value
   */
  record Element(Labels labels, Instant time, QueryValue value) {}

  /** One series of a range vector, with its samples in chronological order. */
  record Range(Labels labels, List<Point> points) {
    public Range {
      points = List.copyOf(points);
    }
  }

  /** One sample of a range vector. */
  record Point(Instant time, QueryValue value) {}
}
