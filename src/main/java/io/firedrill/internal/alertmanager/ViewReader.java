package io.firedrill.internal.alertmanager;

import io.firedrill.internal.alertmanager.AlertmanagerView.ViewedAlert;
import io.firedrill.internal.alertmanager.AlertmanagerView.ViewedGroup;
import io.firedrill.internal.alertmanager.AlertmanagerView.ViewedSilence;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.LabelMatcher.Operator;
import io.firedrill.model.Labels;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Reads answers of Alertmanager's API v2. */
final class ViewReader {

  private ViewReader() {}

  static List<ViewedAlert> alerts(JsonNode answer) {
    return items(answer).stream().map(ViewReader::alert).toList();
  }

  private static ViewedAlert alert(JsonNode node) {
    JsonNode status = node.path("status");
    return new ViewedAlert(
        node.path("fingerprint").asString(),
        labels(node.path("labels")),
        items(node.path("receivers")).stream().map(r -> r.path("name").asString()).toList(),
        texts(status.path("inhibitedBy")),
        texts(status.path("silencedBy")));
  }

  static List<ViewedGroup> groups(JsonNode answer) {
    return items(answer).stream().map(ViewReader::group).toList();
  }

  /** A group is muted as a whole; the server reports that with each of its alerts. */
  private static ViewedGroup group(JsonNode node) {
    List<JsonNode> alerts = items(node.path("alerts"));
    return new ViewedGroup(
        node.path("receiver").path("name").asString(),
        labels(node.path("labels")),
        alerts.stream().map(a -> a.path("fingerprint").asString()).toList(),
        alerts.stream()
            .map(a -> a.path("status").path("mutedBy"))
            .filter(JsonNode::isArray)
            .findFirst()
            .map(ViewReader::texts));
  }

  static List<ViewedSilence> silences(JsonNode answer) {
    return items(answer).stream().map(ViewReader::silence).toList();
  }

  private static ViewedSilence silence(JsonNode node) {
    return new ViewedSilence(
        node.path("id").asString(),
        node.path("status").path("state").asString(),
        items(node.path("matchers")).stream().map(ViewReader::matcher).toList(),
        OffsetDateTime.parse(node.path("startsAt").asString()).toInstant(),
        OffsetDateTime.parse(node.path("endsAt").asString()).toInstant(),
        node.path("createdBy").asString(),
        node.path("comment").asString());
  }

  private static LabelMatcher matcher(JsonNode node) {
    boolean regex = node.path("isRegex").asBoolean();
    boolean equal = node.path("isEqual").asBoolean(true);
    Operator ofRegex = equal ? Operator.MATCHES : Operator.MATCHES_NOT;
    Operator ofText = equal ? Operator.EQUAL : Operator.NOT_EQUAL;
    return new LabelMatcher(
        node.path("name").asString(), regex ? ofRegex : ofText, node.path("value").asString());
  }

  private static Labels labels(JsonNode node) {
    Map<String, String> labels = new TreeMap<>();
    node.propertyStream().forEach(e -> labels.put(e.getKey(), e.getValue().asString()));
    return Labels.copyOf(labels);
  }

  private static List<String> texts(JsonNode array) {
    return items(array).stream().map(JsonNode::asString).toList();
  }

  private static List<JsonNode> items(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
