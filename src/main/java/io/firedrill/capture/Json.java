package io.firedrill.capture;

import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON bodies. */
final class Json {

  private Json() {}

  static JsonNode read(String body) {
    try {
      return JsonMapper.shared().readTree(body);
    } catch (JacksonException e) {
      throw new UndecodableException(e.getMessage(), e);
    }
  }

  /**
   * All that is said below a node, by dotted paths; items of lists count from 0. What is empty or
   * null says nothing.
   */
  static SortedMap<String, String> fields(JsonNode node) {
    SortedMap<String, String> fields = new TreeMap<>();
    collect(node, "", fields);
    return fields;
  }

  private static void collect(JsonNode node, String path, SortedMap<String, String> fields) {
    String prefix = path.isEmpty() ? "" : path + ".";
    if (node.isObject()) {
      node.properties().forEach(e -> collect(e.getValue(), prefix + e.getKey(), fields));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(node.get(i), prefix + i, fields);
      }
    } else if (!node.isNull() && !node.asString("").isEmpty()) {
      fields.put(path, node.asString(""));
    }
  }
}
