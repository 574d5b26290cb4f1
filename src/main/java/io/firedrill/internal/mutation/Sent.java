package io.firedrill.internal.mutation;

import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An alert that Prometheus sent to Alertmanager.
 *
 * @param time when, in virtual time
 * @param request the number of its request
 * @param suffix the suffix of the copy that raised it; empty for an original
 * @param name its name, without the suffix
 * @param labels its labels, without the suffix
 * @param annotations its annotations, without the suffix
 * @param json the alert, without the suffix
 */
record Sent(
    Instant time,
    int request,
    String suffix,
    String name,
    Labels labels,
    Map<String, String> annotations,
    String json) {

  private static final String GENERATOR = "generatorURL";

  static Sent of(Instant time, int request, JsonNode alert) {
    String copied = alert.path("labels").path(Labels.ALERT_NAME).asString("");
    String suffix = CopyName.in(copied).orElse("");
    String json = suffix.isEmpty() ? alert.toString() : CopyName.without(alert.toString(), suffix);
    Map<String, String> labels = texts(alert.path("labels"), suffix);
    return new Sent(
        time,
        request,
        suffix,
        labels.getOrDefault(Labels.ALERT_NAME, ""),
        Labels.copyOf(labels),
        texts(alert.path("annotations"), suffix),
        json);
  }

  private static Map<String, String> texts(JsonNode node, String suffix) {
    Map<String, String> texts = new TreeMap<>();
    node.forEachEntry(
        (name, value) -> {
          String text = value.asString("");
          texts.put(name, suffix.isEmpty() ? text : CopyName.without(text, suffix));
        });
    return texts;
  }

  /** The alert without the link to its expression, which few tests look at. */
  private String withoutLink() {
    ObjectNode alert = (ObjectNode) JsonMapper.shared().readTree(json);
    alert.remove(GENERATOR);
    return alert.toString();
  }

  /** Equal for what is the same to a test. */
  static List<String> key(List<Sent> sent, boolean withLinks) {
    return sent.stream()
        .map(s -> s.time() + " " + (withLinks ? s.json() : s.withoutLink()))
        .sorted()
        .toList();
  }

  /** The different labels of alerts. */
  static List<Labels> labels(List<Sent> sent) {
    return sent.stream().map(Sent::labels).distinct().toList();
  }
}
