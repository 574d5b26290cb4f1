package io.firedrill.internal.mutation;

import io.firedrill.internal.alertmanager.SentAlert;
import io.firedrill.internal.alertmanager.SentAlerts;
import io.firedrill.internal.run.AlertTap;
import io.firedrill.internal.suite.AlertBatch;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Records what Prometheus sends, and lets only the alerts of the original rules arrive. */
final class SentRecorder implements AlertTap {

  /**
   * An alert as it was sent.
   *
   * @param request the number of its request
   * @param suffix the suffix of the copy that raised it; empty for an original
   * @param name its name, without the suffix
   * @param json the alert, without the suffix
   */
  record Sent(Instant time, int request, String suffix, String name, String json) {}

  private final List<Sent> sent = new ArrayList<>();
  private int requests;

  @Override
  public synchronized String arriving(Instant time, String alerts) {
    requests++;
    List<String> own = new ArrayList<>();
    boolean copies = false;
    for (JsonNode alert : JsonMapper.shared().readTree(alerts)) {
      String json = alert.toString();
      String name = alert.path("labels").path(Labels.ALERT_NAME).asString("");
      String suffix = CopyName.in(name).orElse("");
      if (suffix.isEmpty()) {
        own.add(json);
        sent.add(new Sent(time, requests, "", name, json));
      } else {
        copies = true;
        sent.add(
            new Sent(
                time,
                requests,
                suffix,
                CopyName.without(name, suffix),
                CopyName.without(json, suffix)));
      }
    }
    return copies ? (own.isEmpty() ? NOTHING : "[" + String.join(",", own) + "]") : alerts;
  }

  /** What was sent by the original rules. */
  List<Sent> own() {
    return some(s -> s.suffix().isEmpty());
  }

  /** What a mutant would have sent instead. */
  List<Sent> of(CopySet set) {
    return some(
        s ->
            s.suffix().isEmpty()
                ? !set.alerts().contains(s.name())
                : set.suffixes().contains(s.suffix()) && set.alerts().contains(s.name()));
  }

  private synchronized List<Sent> some(Predicate<Sent> which) {
    return sent.stream().filter(which).toList();
  }

  /** Whether two would be the same to Alertmanager. */
  static boolean areEqual(List<Sent> some, List<Sent> others) {
    return key(some).equals(key(others));
  }

  /** Equal for what is the same to Alertmanager. */
  static List<String> key(List<Sent> sent) {
    return sent.stream().map(s -> s.time() + " " + s.json()).sorted().toList();
  }

  /** The different labels of alerts. */
  static List<Labels> labels(List<Sent> sent) {
    return sent.stream()
        .flatMap(s -> SentAlerts.read("[" + s.json() + "]").alerts().stream())
        .map(SentAlert::labels)
        .distinct()
        .toList();
  }

  /** The requests, in order. */
  static List<AlertBatch> batches(List<Sent> sent) {
    Map<Integer, List<Sent>> requests = new TreeMap<>();
    sent.forEach(s -> requests.computeIfAbsent(s.request(), any -> new ArrayList<>()).add(s));
    return requests.values().stream()
        .map(
            request ->
                new AlertBatch(
                    request.get(0).time(),
                    request.stream().map(Sent::json).collect(Collectors.joining(",", "[", "]"))))
        .toList();
  }
}
