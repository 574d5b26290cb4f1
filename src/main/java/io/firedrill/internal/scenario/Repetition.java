package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.YamlNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Faults of targets that last {@code for} some time, and repeat {@code every} so often. */
final class Repetition {

  private static final int MOST = 10_000;

  private final Reading reading;
  private final Scenario scenario;

  Repetition(Reading reading, Scenario scenario) {
    this.reading = reading;
    this.scenario = scenario;
  }

  /** The target as often as its item says; once without {@code every}. */
  List<Target> of(Fields fields, Target target) {
    if (!fields.has("for") && !fields.has("every")) {
      return List.of(target);
    }
    Optional<Duration> length = fields.required("for").flatMap(any -> fields.duration("for"));
    Optional<Duration> every = fields.duration("every");
    Optional<String> wrong = wrong(fields, target, length, every);
    wrong.ifPresent(
        message -> {
          YamlNode at = fields.has("every") ? fields.key("every") : fields.key("for");
          reading.problems().error(at, message);
        });
    if (wrong.isPresent() || length.isEmpty()) {
      return List.of();
    }
    Duration end = target.to().orElse(scenario.runLength().plusMillis(1));
    if (every.isEmpty()) {
      return List.of(during(target, target.from(), target.from().plus(length.get())));
    }
    List<Target> all = new ArrayList<>();
    for (Duration t = target.from(); t.compareTo(end) < 0; t = t.plus(every.get())) {
      Duration until = t.plus(length.get());
      all.add(during(target, t, until.compareTo(end) < 0 ? until : end));
      if (all.size() > MOST) {
        reading.problems().error(fields.key("every"), "the fault repeats more than 10000 times");
        return List.of();
      }
    }
    return all;
  }

  private static Optional<String> wrong(
      Fields fields, Target target, Optional<Duration> length, Optional<Duration> every) {
    if (target.content().isPresent() || target.fault().isEmpty()) {
      return Optional.of("only a fault lasts \"for\" some time: down, status, slow or body");
    }
    if (length.filter(Duration::isZero).isPresent()) {
      return Optional.of("\"for\" must be longer than zero");
    }
    if (length.isPresent() && every.filter(e -> e.compareTo(length.get()) <= 0).isPresent()) {
      return Optional.of("\"every\" must be longer than \"for\"");
    }
    return fields.has("to") && every.isEmpty()
        ? Optional.of("\"for\" cannot be combined with \"to\" without \"every\"")
        : Optional.empty();
  }

  private static Target during(Target target, Duration from, Duration to) {
    return new Target(
        target.address(),
        target.requests(),
        target.job(),
        target.discoveryLabels(),
        from,
        Optional.of(to),
        target.content(),
        target.fault());
  }
}
