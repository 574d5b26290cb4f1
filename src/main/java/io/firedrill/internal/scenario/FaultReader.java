package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.model.ReceiverFault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads {@code fail_receiver}. */
final class FaultReader {

  private static final List<String> FAULTS = List.of("status", "refuse", "hang", "slow");
  private static final List<String> KEYS =
      List.of("receiver", "integration", "status", "refuse", "hang", "slow", "duration");

  private final Reading reading;

  FaultReader(Reading reading) {
    this.reading = reading;
  }

  Optional<PlannedAction> read(Fields item, Optional<Duration> at) {
    Optional<YamlNode> value = item.value("fail_receiver");
    if (value.isEmpty()) {
      error(item.key("fail_receiver"), "\"fail_receiver\" is empty in an item of actions", null);
    }
    return value
        .flatMap(node -> reading.fields(node, "a fail_receiver", KEYS))
        .flatMap(fields -> action(fields, at));
  }

  private Optional<PlannedAction> action(Fields fields, Optional<Duration> at) {
    Optional<YamlScalar> receiver = fields.required("receiver");
    Optional<String> integration = fields.scalar("integration").flatMap(this::integration);
    Optional<ReceiverFault> fault = fault(fields);
    Optional<Duration> duration = positive(fields, "duration");
    if (receiver.isEmpty() || fault.isEmpty() || at.isEmpty()) {
      return Optional.empty();
    }
    Action action =
        new Action.FailReceiver(receiver.get().text(), integration, fault.get(), duration);
    return Optional.of(new PlannedAction(at.get(), action, receiver.get()));
  }

  private Optional<String> integration(YamlScalar scalar) {
    return Integrations.read(scalar, reading.problems());
  }

  private Optional<ReceiverFault> fault(Fields fields) {
    List<String> faults = FAULTS.stream().filter(fields::has).toList();
    if (faults.isEmpty()) {
      String known = "write one of: status: 503, refuse: true, hang: true, slow: 20s";
      error(fields.node(), "a fail_receiver does not say how the receiver fails", known);
      return Optional.empty();
    }
    for (String second : faults.subList(1, faults.size())) {
      error(
          fields.key(second),
          "\"" + second + "\" cannot be combined with \"" + faults.get(0) + "\"",
          null);
    }
    return switch (faults.get(0)) {
      case "status" -> fields.required("status").flatMap(this::status);
      case "refuse" -> flag(fields, "refuse", new ReceiverFault.Refusing());
      case "hang" -> flag(fields, "hang", new ReceiverFault.Hanging());
      default ->
          fields
              .required("slow")
              .flatMap(any -> positive(fields, "slow"))
              .map(ReceiverFault.Slow::new);
    };
  }

  private Optional<ReceiverFault> flag(Fields fields, String key, ReceiverFault fault) {
    Optional<Boolean> flag = fields.required(key).flatMap(any -> fields.flag(key));
    if (flag.isPresent() && !flag.get()) {
      error(
          fields.value(key).orElseThrow(),
          "\"" + key + "\" can only be true",
          "leave the action out");
    }
    return flag.map(any -> fault);
  }

  private Optional<ReceiverFault> status(YamlScalar scalar) {
    if (scalar.text().matches("[345][0-9]{2}")) {
      return Optional.of(new ReceiverFault.Status(Integer.parseInt(scalar.text())));
    }
    error(scalar, "expected an HTTP status from 300 to 599, found \"" + scalar.text() + "\"", null);
    return Optional.empty();
  }

  private Optional<Duration> positive(Fields fields, String key) {
    Optional<Duration> time = fields.duration(key);
    if (time.filter(Duration::isZero).isPresent()) {
      error(fields.value(key).orElseThrow(), "\"" + key + "\" must be longer than zero", null);
    }
    return time.filter(t -> !t.isZero());
  }

  private void error(YamlNode at, String message, String hint) {
    reading.problems().error(at, message, Optional.ofNullable(hint));
  }
}
