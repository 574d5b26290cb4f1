package io.firedrill.internal.prometheus;

import io.firedrill.model.Labels;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads values of Prometheus's JSON API. */
final class JsonFields {

  private JsonFields() {}

  static Labels labels(JsonNode object) {
    return Labels.copyOf(strings(object));
  }

  static Map<String, String> strings(JsonNode object) {
    Map<String, String> strings = new LinkedHashMap<>();
    object.properties().forEach(e -> strings.put(e.getKey(), e.getValue().asString()));
    return strings;
  }

  /** A float, which the API writes as a string because JSON has no NaN. */
  static double number(JsonNode text) {
    String number = text.asString("");
    return switch (number) {
      case "NaN" -> Double.NaN;
      case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> parse(number);
    };
  }

  static PrometheusException unexpected(String what, String value) {
    return new PrometheusException(what, 200, "", "not understood: \"" + value + "\"");
  }

  private static double parse(String number) {
    try {
      return Double.parseDouble(number);
    } catch (NumberFormatException e) {
      throw unexpected("a number", number);
    }
  }
}
