package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A period begins or ends one hour later or earlier. */
final class IntervalTime implements ConfigOperator {

  @Override
  public String name() {
    return "interval/time";
  }

  @Override
  public List<Mutation> mutations(YamlMapping root) {
    List<Mutation> mutations = new ArrayList<>();
    for (YamlMapping interval : IntervalNodes.of(root)) {
      for (YamlMapping period : Nodes.mappings(interval, IntervalNodes.PERIODS)) {
        for (YamlMapping times : Nodes.mappings(period, "times")) {
          for (String key : List.of("start_time", "end_time")) {
            for (long hours : List.of(1L, -1L)) {
              moved(times, key, hours)
                  .ifPresent(
                      time ->
                          mutations.add(
                              IntervalNodes.mutation(
                                  name(),
                                  interval,
                                  times.get(key).orElseThrow(),
                                  "%s: %s becomes %s".formatted(key, Nodes.text(times, key), time),
                                  Nodes.replaced(
                                      times, times.with(key, YamlScalar.quoted(time))))));
            }
          }
        }
      }
    }
    return mutations;
  }

  private static Optional<String> moved(YamlMapping times, String key, long hours) {
    try {
      return Nodes.scalar(times, key)
          .map(time -> LocalTime.parse(time.text()))
          .filter(time -> hours > 0 ? time.getHour() < 23 : time.getHour() > 0)
          .map(time -> time.plusHours(hours).toString());
    } catch (DateTimeException e) {
      return Optional.empty(); // 24:00, or nothing that Alertmanager accepts.
    }
  }
}
