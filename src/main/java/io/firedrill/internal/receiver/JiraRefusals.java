package io.firedrill.internal.receiver;

import io.firedrill.internal.relay.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Issues that Jira rejects, according to its documentation of labels and summaries. */
final class JiraRefusals {

  private JiraRefusals() {}

  static Optional<HttpResponse> of(JsonNode fields) {
    for (JsonNode label : fields.path("labels")) {
      if (label.asString("").chars().anyMatch(Character::isWhitespace)) {
        return refusal(
            "labels", "The label '" + label.asString("") + "' contains spaces which is invalid.");
      }
    }
    String summary = fields.path("summary").asString("unchanged");
    if (summary.isBlank()) {
      return refusal("summary", "You must specify a summary of the issue.");
    }
    return summary.indexOf('\n') < 0
        ? Optional.empty()
        : refusal("summary", "The summary is invalid because it contains newline characters.");
  }

  private static Optional<HttpResponse> refusal(String field, String message) {
    return Optional.of(
        HttpResponse.json(
            400,
            Json.write(
                new TreeMap<>(
                    Map.of("errorMessages", List.of(), "errors", Map.of(field, message))))));
  }
}
