package io.firedrill.internal.receiver;

import io.firedrill.internal.receiver.Subject.Group;
import io.firedrill.internal.receiver.Subject.Tag;
import io.firedrill.internal.relay.HttpResponse;
import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import io.firedrill.model.Notification.NotifiedAlert;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Describes a decoded request, for comparison with the service's documentation. */
final class ReadingText {

  private final StringBuilder text = new StringBuilder();

  /** Starts the description of a request. */
  ReadingText start(RecordedRequest request, Endpoint endpoint, String what) {
    text.append(
        "%s%s %s %d: %s%n"
            .formatted(
                text.isEmpty() ? "" : "\n",
                request.time(),
                endpoint.integration(),
                endpoint.index(),
                what));
    return this;
  }

  ReadingText subject(Subject subject) {
    if (subject instanceof Tag tag) {
      line("tag: " + tag.text());
    } else if (subject instanceof Group group) {
      line("group: " + group.status() + " " + group.labels());
      group.alerts().forEach(this::alert);
    }
    return this;
  }

  private void alert(NotifiedAlert alert) {
    line(
        "- %s %s %s from %s%s"
            .formatted(
                alert.status(),
                alert.labels(),
                pairs(alert.annotations()),
                RecordedRequest.at(alert.startsAt(), "").time(),
                alert.endsAt() == null
                    ? ""
                    : " to " + RecordedRequest.at(alert.endsAt(), "").time()));
  }

  private static String pairs(Map<String, String> pairs) {
    return pairs.entrySet().stream()
        .map(e -> e.getKey() + ": " + e.getValue())
        .sorted()
        .collect(Collectors.joining(", ", "(", ")"));
  }

  ReadingText message(Message message) {
    value("title", message.title());
    value("text", message.text());
    message.fields().forEach((name, value) -> value("fields." + name, value));
    return this;
  }

  /** The request as results show it, without its body if that is unchanged. */
  ReadingText shown(Notification.Request shown, boolean withBody) {
    value("path", shown.path());
    value("type", shown.contentType());
    if (withBody) {
      value("body", shown.body().replace("\r\n", "\n"));
    }
    return this;
  }

  ReadingText answer(HttpResponse answer) {
    line(
        "answer: "
            + answer.status()
            + String.join("", answer.headers().values().stream().map(type -> " " + type).toList()));
    lines(answer.text());
    return this;
  }

  private void value(String name, String value) {
    if (value.contains("\n")) {
      line(name + ":");
      lines(value);
    } else if (!value.isEmpty()) {
      line(name + ": " + value);
    }
  }

  private void lines(String value) {
    if (!value.isEmpty()) {
      List.of(value.split("\n", -1)).forEach(line -> line(("| " + line).stripTrailing()));
    }
  }

  private void line(String line) {
    text.append("  ").append(line).append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
