package io.firedrill.internal.alertmanager;

import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an Alertmanager recorded with {@code --enable-feature=event-recorder}, since version 0.33.
 * Events that say nothing about notifications are left out. All times are virtual.
 */
public final class RecordedEvents {

  private final List<RecordedEvent> all;
  private final Map<String, Labels> alerts = new HashMap<>();
  private final Map<Labels, NavigableMap<Instant, List<RecordedEvent>>> muted = new HashMap<>();

  private RecordedEvents(List<RecordedEvent> all) {
    this.all = List.copyOf(all);
    for (RecordedEvent event : all) {
      if (event instanceof RecordedEvent.AlertCreated created) {
        alerts.put(created.alert().fingerprint(), created.alert().labels());
      } else if (event instanceof RecordedEvent.InhibitionMutedAlert inhibited) {
        muted(inhibited.alert(), event);
      } else if (event instanceof RecordedEvent.SilenceMutedAlert silenced) {
        muted(silenced.alert(), event);
      }
    }
  }

  private void muted(Labels alert, RecordedEvent event) {
    muted
        .computeIfAbsent(alert, any -> new TreeMap<>())
        .computeIfAbsent(event.time(), any -> new ArrayList<>())
        .add(event);
  }

  /** The events, in order. */
  List<RecordedEvent> all() {
    return all;
  }

  /**
   * The alerts that inhibited another from one instant until before a second one, as far as they
   * are known by their labels.
   */
  public List<Labels> inhibitors(Labels alert, Instant from, Instant until) {
    return muted(RecordedEvent.InhibitionMutedAlert.class, alert, from, until)
        .flatMap(e -> e.inhibitors().stream())
        .distinct()
        .flatMap(fingerprint -> Optional.ofNullable(alerts.get(fingerprint)).stream())
        .toList();
  }

  /** The IDs of the silences that silenced an alert from one instant until before a second one. */
  public List<String> silences(Labels alert, Instant from, Instant until) {
    return muted(RecordedEvent.SilenceMutedAlert.class, alert, from, until)
        .map(RecordedEvent.SilenceMutedAlert::silence)
        .distinct()
        .toList();
  }

  /** The notifications that were sent. */
  public List<RecordedEvent.Notified> notifications() {
    return all.stream()
        .filter(RecordedEvent.Notified.class::isInstance)
        .map(RecordedEvent.Notified.class::cast)
        .toList();
  }

  private <T extends RecordedEvent> Stream<T> muted(
      Class<T> kind, Labels alert, Instant from, Instant until) {
    return muted
        .getOrDefault(alert, Collections.emptyNavigableMap())
        .subMap(from, true, until, false)
        .values()
        .stream()
        .flatMap(List::stream)
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  /** Reads a file of events, one on each line. */
  public static RecordedEvents read(String lines) {
    List<RecordedEvent> events = new ArrayList<>();
    for (String line : lines.split("\n")) {
      if (!line.isBlank()) {
        event(line).ifPresent(events::add);
      }
    }
    return new RecordedEvents(events);
  }

  private static Optional<RecordedEvent> event(String line) {
    try {
      JsonNode event = JsonMapper.shared().readTree(line);
      Instant time = Instant.parse(event.path("@timestamp").asString(""));
      return event.path("data").propertyStream().findFirst().flatMap(data -> event(time, data));
    } catch (JacksonException e) {
      return Optional.empty(); // A server that was killed may leave half a line.
    }
  }

  private static Optional<RecordedEvent> event(Instant time, Map.Entry<String, JsonNode> data) {
    JsonNode of = data.getValue();
    return Optional.ofNullable(
        switch (data.getKey()) {
          case "alertCreated" -> new RecordedEvent.AlertCreated(time, alert(of.path("alert")));
          case "alertGrouped" ->
              new RecordedEvent.AlertGrouped(time, details(of), group(of.path("groupInfo")));
          case "alertResolved" ->
              new RecordedEvent.AlertResolved(time, details(of), group(of.path("groupInfo")));
          case "silenceMutedAlert" ->
              new RecordedEvent.SilenceMutedAlert(
                  time, muted(of), of.path("silence").path("id").asString(""));
          case "inhibitionMutedAlert" ->
              new RecordedEvent.InhibitionMutedAlert(
                  time, muted(of), texts(of.path("inhibitingFingerprints")));
          case "notification" -> notification(time, of);
          default -> null;
        });
  }

  private static RecordedEvent.Notified notification(Instant time, JsonNode of) {
    return new RecordedEvent.Notified(
        time,
        group(of.path("groupInfo")),
        of.path("reason").asString("").replace("NOTIFY_REASON_", ""),
        of.path("flushId").asLong(0),
        of.path("integration").path("name").asString(""),
        of.path("integration").path("index").asInt(0),
        items(of.path("alerts")).stream().map(a -> alert(a.path("details"))).toList());
  }

  private static RecordedEvent.Group group(JsonNode info) {
    return new RecordedEvent.Group(
        info.path("groupKey").asString(""), info.path("receiverName").asString(""));
  }

  private static RecordedEvent.Alert details(JsonNode of) {
    return alert(of.path("alert").path("details"));
  }

  private static RecordedEvent.Alert alert(JsonNode alert) {
    return new RecordedEvent.Alert(
        alert.path("fingerprint").asString(""),
        labels(alert.path("labels")),
        alert.path("resolved").asBoolean(false));
  }

  private static Labels muted(JsonNode of) {
    return labels(of.path("mutedAlert").path("labels"));
  }

  private static Labels labels(JsonNode set) {
    Map<String, String> labels = new TreeMap<>();
    items(set.path("labels"))
        .forEach(l -> labels.put(l.path("key").asString(""), l.path("value").asString("")));
    return Labels.copyOf(labels);
  }

  private static List<String> texts(JsonNode array) {
    return items(array).stream().map(n -> n.asString("")).toList();
  }

  private static List<JsonNode> items(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
