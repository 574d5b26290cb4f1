package io.firedrill.internal.replay;

import io.firedrill.internal.result.NotificationResult;
import io.firedrill.internal.result.NotifiedAlertResult;
import io.firedrill.internal.result.TestResult;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A replay in numbers.
 *
 * @param messages the number of notifications
 * @param firing the number of notifications with a firing alert
 * @param receivers the counts by receiver and integration, the most notifications first
 * @param silent the receivers that got no notifications, sorted
 * @param alerts the counts by alert name, the most notifications first
 * @param days notifications on each day of the run, in UTC
 * @param hours notifications in each of the 24 hours of a day, in UTC
 * @param flapping alerts that fired again within an hour of being resolved, the most frequent first
 * @param unheard alerts that fired without any notification; empty without routes
 */
public record ReplaySummary(
    int messages,
    int firing,
    List<ReceiverCount> receivers,
    List<String> silent,
    List<AlertCount> alerts,
    Map<LocalDate, Integer> days,
    List<Integer> hours,
    List<NotableAlert> flapping,
    List<NotableAlert> unheard) {

  /** An alert that fires again within this time flaps: its resolved message came too early. */
  static final Duration FLAP = Duration.ofHours(1);

  static final String FIRING = "firing";

  /** Computes the summary. */
  public static ReplaySummary of(ReplayResult replay) {
    TestResult result = replay.result();
    List<NotificationResult> messages = result.notifications();
    Collection<Episode.Fired> fired = Episode.of(result).values();
    List<ReceiverCount> receivers = receivers(messages);
    return new ReplaySummary(
        messages.size(),
        firing(messages),
        receivers,
        replay.receivers().stream()
            .filter(name -> receivers.stream().noneMatch(r -> r.receiver().equals(name)))
            .sorted()
            .toList(),
        alerts(messages, fired),
        days(result),
        hours(messages),
        flapping(fired),
        replay.receivers().isEmpty() ? List.of() : unheard(messages, fired));
  }

  private static int firing(List<NotificationResult> messages) {
    return (int) messages.stream().filter(m -> m.status().equals(FIRING)).count();
  }

  private static List<ReceiverCount> receivers(List<NotificationResult> messages) {
    Map<List<String>, List<NotificationResult>> by = new LinkedHashMap<>();
    for (NotificationResult message : messages) {
      by.computeIfAbsent(
              List.of(message.receiver(), message.integration()), any -> new ArrayList<>())
          .add(message);
    }
    return by.entrySet().stream()
        .map(
            e ->
                new ReceiverCount(
                    e.getKey().get(0),
                    e.getKey().get(1),
                    firing(e.getValue()),
                    e.getValue().size() - firing(e.getValue()),
                    e.getValue().get(0).time(),
                    e.getValue().get(e.getValue().size() - 1).time()))
        .sorted(
            Comparator.comparing((ReceiverCount r) -> -r.firing() - r.resolved())
                .thenComparing(ReceiverCount::receiver)
                .thenComparing(ReceiverCount::integration))
        .toList();
  }

  private static List<AlertCount> alerts(
      List<NotificationResult> messages, Collection<Episode.Fired> fired) {
    Map<String, List<Episode.Fired>> by =
        fired.stream().collect(Collectors.groupingBy(f -> name(f.labels())));
    return by.entrySet().stream()
        .map(
            e ->
                new AlertCount(
                    e.getKey(),
                    (int) messages.stream().filter(m -> tellsOf(m, e.getKey())).count(),
                    e.getValue().stream().mapToInt(f -> f.episodes().size()).sum(),
                    e.getValue().size(),
                    e.getValue().stream()
                        .flatMap(f -> f.episodes().stream())
                        .mapToLong(episode -> episode.length().toSeconds())
                        .sum()))
        .sorted(
            Comparator.comparing((AlertCount a) -> -a.messages())
                .thenComparing(a -> -a.fired())
                .thenComparing(AlertCount::alertname))
        .toList();
  }

  private static boolean tellsOf(NotificationResult message, String alertname) {
    return firingAlerts(message).anyMatch(a -> name(a.labels()).equals(alertname));
  }

  private static Map<LocalDate, Integer> days(TestResult result) {
    Map<LocalDate, Integer> days = new TreeMap<>();
    for (LocalDate day = day(result.start());
        !day.isAfter(day(result.end()));
        day = day.plusDays(1)) {
      days.put(day, 0);
    }
    result.notifications().forEach(m -> days.merge(day(m.time()), 1, Integer::sum));
    return days;
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  private static List<Integer> hours(List<NotificationResult> messages) {
    Integer[] hours = Stream.generate(() -> 0).limit(24).toArray(Integer[]::new);
    messages.forEach(m -> hours[m.time().atZone(ZoneOffset.UTC).getHour()]++);
    return List.of(hours);
  }

  private static List<NotableAlert> flapping(Collection<Episode.Fired> fired) {
    return fired.stream()
        .map(f -> new NotableAlert(f.labels(), f.again(FLAP), f.episodes().get(0).start()))
        .filter(a -> a.times() > 0)
        .sorted(Comparator.comparing((NotableAlert a) -> -a.times()))
        .toList();
  }

  private static List<NotableAlert> unheard(
      List<NotificationResult> messages, Collection<Episode.Fired> fired) {
    Map<String, List<Map<String, String>>> told =
        messages.stream()
            .flatMap(ReplaySummary::firingAlerts)
            .map(NotifiedAlertResult::labels)
            .distinct()
            .collect(Collectors.groupingBy(ReplaySummary::name));
    return fired.stream()
        .filter(
            f ->
                told.getOrDefault(name(f.labels()), List.of()).stream()
                    // Alerts in notifications also have external labels.
                    .noneMatch(labels -> labels.entrySet().containsAll(f.labels().entrySet())))
        .map(f -> new NotableAlert(f.labels(), f.episodes().size(), f.episodes().get(0).start()))
        .toList();
  }

  private static Stream<NotifiedAlertResult> firingAlerts(NotificationResult message) {
    return message.alerts().stream().filter(a -> a.status().equals(FIRING));
  }

  private static String name(Map<String, String> labels) {
    return Optional.ofNullable(labels.get(Labels.ALERT_NAME)).orElse("");
  }
}
