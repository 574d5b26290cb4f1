package io.firedrill.internal.verdict;

import io.firedrill.internal.source.Suggestions;
import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks up a dotted path in what a notification says: {@code title} (or {@code subject}), {@code
 * text} and {@code fields.NAME} in the decoded message, where there is one, and all else in the
 * body: {@code alerts.0.labels.severity}. A key with dots in it is found too; the shorter key comes
 * first.
 */
final class PayloadPath {

  private static final String FIELDS = "fields.";

  /** The value at a path, or the reason why there is none. */
  sealed interface Found {
    /** A value as text; an object or a list as JSON. */
    record Value(String text) implements Found {}

    /** Nothing, and the reason. */
    record Nothing(String reason) implements Found {}
  }

  private PayloadPath() {}

  static Found find(Notification notification, String path) {
    Optional<Found> decoded = notification.message().flatMap(message -> decoded(message, path));
    if (decoded.isPresent() && decoded.get() instanceof Found.Value) {
      return decoded.get();
    }
    Found inBody = inBody(notification, path);
    return inBody instanceof Found.Value ? inBody : decoded.orElse(inBody);
  }

  private static Optional<Found> decoded(Message message, String path) {
    return switch (path) {
      case "title", "subject" -> Optional.of(new Found.Value(message.title()));
      case "text" -> Optional.of(new Found.Value(message.text()));
      default ->
          path.startsWith(FIELDS)
              ? Optional.of(field(message.fields(), path.substring(FIELDS.length())))
              : Optional.empty();
    };
  }

  private static Found field(Map<String, String> fields, String name) {
    return fields.containsKey(name)
        ? new Found.Value(fields.get(name))
        : new Found.Nothing(nothing("the message", "field ", name, fields.keySet()));
  }

  private static Found inBody(Notification notification, String path) {
    try {
      JsonNode body = JsonMapper.shared().readTree(notification.request().body());
      if (!body.isMissingNode()) {
        return find(body, List.of(path.split("\\.", -1)), "");
      }
    } catch (JacksonException e) {
      // Below: forms and mails come here.
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
    return nothing(where, "", key, node.propertyNames());
  }

  private static String nothing(String where, String what, String key, Collection<String> keys) {
    String missing = where + " has no " + what + "\"" + key + "\"";
    return Suggestions.nearest(key, keys)
        .map(nearest -> missing + "; did you mean \"" + nearest + "\"?")
        .orElseGet(() -> keys.isEmpty() ? missing : missing + ", but " + String.join(", ", keys));
  }
}
