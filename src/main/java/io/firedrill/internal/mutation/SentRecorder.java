package io.firedrill.internal.mutation;

import io.firedrill.internal.run.AlertTap;
import io.firedrill.internal.suite.AlertBatch;
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

  private final List<Sent> sent = new ArrayList<>();
  private int requests;

  @Override
  public synchronized String arriving(Instant time, String alerts) {
    requests++;
    List<String> own = new ArrayList<>();
    boolean copies = false;
    for (JsonNode alert : JsonMapper.shared().readTree(alerts)) {
      Sent one = Sent.of(time, requests, alert);
      sent.add(one);
      if (one.suffix().isEmpty()) {
        own.add(one.json());
      } else {
        copies = true;
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
