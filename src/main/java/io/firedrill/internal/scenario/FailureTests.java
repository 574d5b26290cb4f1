package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code failure_test}. */
final class FailureTests {

  static final String KEY = "failure_test";

  private static final List<String> KEYS =
      List.of("receiver", "integration", "at", "from", "to", "reason", "warning");

  private final Reading reading;

  FailureTests(Reading reading) {
    this.reading = reading;
  }

  List<FailureExpectation> read(Fields test) {
    List<FailureExpectation> result = new ArrayList<>();
    for (YamlNode item : test.items(KEY)) {
      reading
          .fields(item, "an item of " + KEY, KEYS)
          .flatMap(this::failureTest)
          .ifPresent(result::add);
    }
    return result;
  }

  private Optional<FailureExpectation> failureTest(Fields fields) {
    boolean warning = fields.has("warning");
    if (warning == fields.has("receiver")) {
      reading
          .problems()
          .error(
              fields.node(),
              "an item of " + KEY + " has either \"receiver\" or \"warning\"",
              Optional.of("write warning: /.*/ for any warning"));
      return Optional.empty();
    }
    if (warning && (fields.has("reason") || fields.has("integration"))) {
      reading
          .problems()
          .error(
              fields.key(fields.has("reason") ? "reason" : "integration"),
              "a warning has neither \"reason\" nor \"integration\"");
      return Optional.empty();
    }
    Window window = Window.read(fields, reading.problems());
    Optional<String> integration =
        fields.scalar("integration").flatMap(s -> Integrations.read(s, reading.problems()));
    return Optional.of(
        new FailureExpectation(
            fields.scalar("receiver").map(YamlScalar::text),
            integration,
            window.at().or(window::from),
            window.at().or(window::to),
            fields.scalar(warning ? "warning" : "reason").flatMap(reading::matcher),
            fields.position()));
  }
}
