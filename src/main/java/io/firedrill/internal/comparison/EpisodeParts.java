package io.firedrill.internal.comparison;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Compares an alert in the base with the one in the head. */
final class EpisodeParts {

  private EpisodeParts() {}

  static List<Part> of(Episode base, Episode head) {
    List<Part> parts = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(base.alert().asMap().keySet());
    names.addAll(head.alert().asMap().keySet());
    for (String name : names) {
      Optional<String> before = base.alert().get(name);
      Optional<String> after = head.alert().get(name);
      if (!before.equals(after)) {
        parts.add(Part.of(Aspect.LABELS, name, before, after));
      }
    }
    time(parts, "pending", base.pending(), head.pending(), "no longer", "");
    time(parts, "firing", base.firing(), head.firing(), "no longer fires", "fires now");
    time(parts, "until", base.end(), head.end(), "to the end of the run", "");
    return parts;
  }

  private static void time(
      List<Part> parts,
      String name,
      Optional<Duration> base,
      Optional<Duration> head,
      String gone,
      String come) {
    if (base.equals(head)) {
      return;
    }
    String remark =
        base.isPresent() && head.isPresent()
            ? Shift.text(base.get(), head.get())
            : head.isEmpty() ? gone : come;
    parts.add(
        new Part(Aspect.TIME, name, base.map(Episode::text), head.map(Episode::text), remark));
  }
}
