package io.firedrill.verdict;

import io.firedrill.model.Notification;
import io.firedrill.source.Suggestions;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks up a dotted path in a notification's body: {@code alerts.0.labels.severity}. A key with
 * dots in it is found too; the shorter key comes first.
 */
final class PayloadPath {

  /** What a person would read, for integrations that have such a thing. */
  private static final Set<String> RESERVED = Set.of("subject", "text");

  /** What stands at a path, or why nothing does. */
  sealed interface Found {
    /** A value as text; an object or a list as JSON. */
    record Value(String text) implements Found {}

    /** Nothing, and the reason. */
    record Nothing(String reason) implements Found {}
  }

  private PayloadPath() {}

  static Found find(Notification notification, String path) {
    if (RESERVED.contains(path)) {
      return new Found.Nothing("a " + notification.integration() + " has no " + path);
    }
    try {
      JsonNode body = JsonMapper.shared().readTree(notification.request().body());
      if (!body.isMissingNode()) {
        return find(body, List.of(path.split("\\.", -1)), "");
      }
    } catch (JacksonException e) {
      // Below: no integration but those that send forms or mail comes here.
    }
    return new Found.Nothing("the body is not JSON");
  }

  private static Found find(JsonNode node, List<String> rest, String before) {
    if (rest.isEmpty()) {
      return new Found.Value(node.isValueNode() ? node.asString("null") : node.toString());
    }
    Found first = new Found.Nothing(nothing(node, rest.get(0), before));
    for (int length = 1; length <= rest.size(); length++) {
      String key = String.join(".", rest.subList(0, length));
      JsonNode child = node.isArray() ? item(node, key) : node.path(key);
      if (!child.isMissingNode()) {
        String at = before.isEmpty() ? key : before + "." + key;
        Found found = find(child, rest.subList(length, rest.size()), at);
        if (found instanceof Found.Value) {
          return found;
        }
        first = length == 1 ? found : first;
      }
    }
    return first;
  }

  private static JsonNode item(JsonNode array, String key) {
    boolean index = key.matches("[0-9]{1,6}");
    return array.path(index ? Integer.parseInt(key) : array.size());
  }

  private static String nothing(JsonNode node, String key, String before) {
    String where = before.isEmpty() ? "the body" : "\"" + before + "\"";
    if (node.isArray()) {
      return where + " has " + Counts.of(node.size(), "item") + ", from 0";
    }
    if (!node.isObject()) {
      return where + " has nothing below it";
    }
    Collection<String> keys = node.propertyNames();
    String missing = where + " has no \"" + key + "\"";
    return Suggestions.nearest(key, keys)
        .map(nearest -> missing + "; did you mean \"" + nearest + "\"?")
        .orElseGet(() -> keys.isEmpty() ? missing : missing + ", but " + String.join(", ", keys));
  }
}
