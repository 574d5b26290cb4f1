package io.firedrill.internal.receiver;

import io.firedrill.model.Message;
import java.util.List;
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

  static String write(Object value) {
    return JsonMapper.shared().writeValueAsString(value);
  }

  /**
   * All values below a node, by dotted paths; items of lists count from 0. Empty and null values
   * are ignored.
   */
  static SortedMap<String, String> fields(JsonNode node) {
    SortedMap<String, String> fields = new TreeMap<>();
    collect(node, "", fields);
    return fields;
  }

  /**
   * A message with two fields as title and text, and the others as fields.
   *
   * @param title the title's name; the empty string if there is none
   * @param text the text's name
   */
  static Message message(SortedMap<String, String> all, String title, String text) {
    SortedMap<String, String> fields = new TreeMap<>(all);
    fields.keySet().removeAll(List.of(title, text));
    return new Message(all.getOrDefault(title, ""), all.getOrDefault(text, ""), fields);
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
