package io.firedrill.internal.prometheus;

import io.firedrill.internal.prometheus.QueryValue.Bounds;
import io.firedrill.internal.prometheus.QueryValue.Bucket;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads the query API's result formats (Prometheus's docs, HTTP API, "Expression query result
 * formats").
 */
final class QueryReader {

  private QueryReader() {}

  static QueryResult read(JsonNode data) {
    JsonNode result = data.path("result");
    String type = data.path("resultType").asString("");
    return switch (type) {
      case "vector" -> new QueryResult.Vector(each(result).map(QueryReader::element).toList());
      case "matrix" -> new QueryResult.Matrix(each(result).map(QueryReader::range).toList());
      case "scalar" -> new QueryResult.Scalar(time(result), JsonFields.number(result.path(1)));
      case "string" -> new QueryResult.Text(time(result), result.path(1).asString());
      default -> throw JsonFields.unexpected("a query's result type", type);
    };
  }

  private static QueryResult.Element element(JsonNode node) {
    boolean histogram = node.has("histogram");
    QueryResult.Point point =
        histogram ? histogramPoint(node.path("histogram")) : point(node.path("value"));
    return new QueryResult.Element(
        JsonFields.labels(node.path("metric")), point.time(), point.value());
  }

  private static QueryResult.Range range(JsonNode node) {
    // A series can have both kinds, each in its own list.
    List<QueryResult.Point> points =
        Stream.concat(
                each(node.path("values")).map(QueryReader::point),
                each(node.path("histograms")).map(QueryReader::histogramPoint))
            .sorted((a, b) -> a.time().compareTo(b.time()))
            .toList();
    return new QueryResult.Range(JsonFields.labels(node.path("metric")), points);
  }

  private static QueryResult.Point point(JsonNode pair) {
    return new QueryResult.Point(
        time(pair), new QueryValue.Number(JsonFields.number(pair.path(1))));
  }

  private static QueryResult.Point histogramPoint(JsonNode pair) {
    JsonNode histogram = pair.path(1);
    return new QueryResult.Point(
        time(pair),
        new QueryValue.Histogram(
            JsonFields.number(histogram.path("count")),
            JsonFields.number(histogram.path("sum")),
            each(histogram.path("buckets")).map(QueryReader::bucket).toList()));
  }

  private static Bucket bucket(JsonNode bucket) {
    return new Bucket(
        Bounds.values()[bucket.path(0).asInt()],
        JsonFields.number(bucket.path(1)),
        JsonFields.number(bucket.path(2)),
        JsonFields.number(bucket.path(3)));
  }

  private static Instant time(JsonNode pair) {
    return Timestamps.fromSeconds(pair.path(0).decimalValue());
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return array.valueStream();
  }
}
