package io.firedrill.internal.comparison;

import io.firedrill.internal.comparison.Told.Named;
import io.firedrill.internal.result.NotificationResult;
import io.firedrill.internal.text.HtmlText;
import io.firedrill.internal.verdict.SeriesText;
import io.firedrill.model.Labels;
import io.firedrill.model.Message;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares a notification in the base with the one in the head. */
final class NotificationParts {

  private final Told base;
  private final Told head;
  private final Set<Part> parts = new LinkedHashSet<>();

  private NotificationParts(Told base, Told head) {
    this.base = base;
    this.head = head;
  }

  static List<Part> of(Told base, Told head) {
    return new NotificationParts(base, head).all();
  }

  private List<Part> all() {
    NotificationResult before = base.notification();
    NotificationResult after = head.notification();
    if (!base.due().equals(head.due())) {
      parts.add(
          new Part(
              Aspect.TIME,
              "time",
              Optional.of(Episode.text(base.offset())),
              Optional.of(Episode.text(head.offset())),
              Shift.text(base.offset(), head.offset())));
    }
    differing(Aspect.RECEIVER, "receiver", receiver(before), receiver(after));
    differing(
        Aspect.GROUP, "group_labels", base.groupLabels().toString(), head.groupLabels().toString());
    alerts();
    if (before.integration().equals(after.integration())) {
      texts(before.receiver().equals(after.receiver()));
    }
    return List.copyOf(parts);
  }

  private static String receiver(NotificationResult told) {
    String which = told.index() == 0 ? "" : " no. " + (told.index() + 1);
    return told.receiver() + " (" + told.integration() + which + ")";
  }

  /** Adds alerts that only one side has; pairs those with the same name. */
  private void alerts() {
    List<Named> gone = without(base.alerts(), head.alerts());
    List<Named> come = without(head.alerts(), base.alerts());
    for (Named alert : gone) {
      Optional<Named> other =
          come.stream()
              .filter(o -> name(o).equals(name(alert)) && o.status().equals(alert.status()))
              .findFirst();
      other.ifPresent(come::remove);
      alert(Optional.of(alert), other);
    }
    come.forEach(alert -> alert(Optional.empty(), Optional.of(alert)));
  }

  private static List<Named> without(List<Named> all, List<Named> others) {
    List<Named> rest = new ArrayList<>(all);
    others.forEach(rest::remove);
    return rest;
  }

  private static Optional<String> name(Named alert) {
    return alert.labels().get(Labels.ALERT_NAME);
  }

  private void alert(Optional<Named> before, Optional<Named> after) {
    parts.add(
        Part.of(
            Aspect.ALERTS,
            "alert",
            before.map(NotificationParts::text),
            after.map(NotificationParts::text)));
  }

  private static String text(Named alert) {
    return alert.status() + " " + SeriesText.alert(alert.labels());
  }

  /** Adds title, text and other fields, without repetitions of title and text. */
  private void texts(boolean sameReceiver) {
    Optional<Message> before = base.notification().message();
    Optional<Message> after = head.notification().message();
    differing(
        Aspect.TEXT,
        "title",
        before.map(Message::title).orElse(""),
        after.map(Message::title).orElse(""));
    differing(
        Aspect.TEXT,
        "text",
        before.map(Message::text).orElse(""),
        after.map(Message::text).orElse(""));
    annotations();
    if (sameReceiver) {
      entries("fields.", base.fields(), head.fields());
    }
  }

  private void annotations() {
    List<Map<String, String>> before = base.annotations();
    List<Map<String, String>> after = head.annotations();
    for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
      entries("annotations.", before.get(i), after.get(i));
    }
  }

  private void entries(String prefix, Map<String, String> before, Map<String, String> after) {
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      Optional<String> one = Optional.ofNullable(before.get(name));
      Optional<String> other = Optional.ofNullable(after.get(name));
      if (name.equals("html")) {
        html(prefix + name, one, other);
      } else if (!one.equals(other) && !isTold(one, other)) {
        parts.add(Part.of(Aspect.TEXT, prefix + name, one, other));
      }
    }
  }

  private boolean isTold(Optional<String> one, Optional<String> other) {
    return parts.stream().anyMatch(p -> p.base().equals(one) && p.head().equals(other));
  }

  /** Adds the readable text of an HTML page, unless the plain text differs, too. */
  private void html(String name, Optional<String> one, Optional<String> other) {
    Optional<String> before = one.map(HtmlText::withLinks);
    Optional<String> after = other.map(HtmlText::withLinks);
    boolean told = parts.stream().anyMatch(p -> p.name().equals("text"));
    if (!before.equals(after) && !told) {
      parts.add(Part.of(Aspect.TEXT, name, before, after));
    }
  }

  private void differing(Aspect aspect, String name, String before, String after) {
    if (!Objects.equals(before, after)) {
      parts.add(Part.of(aspect, name, before, after));
    }
  }
}
