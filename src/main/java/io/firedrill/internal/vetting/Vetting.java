package io.firedrill.internal.vetting;

import io.firedrill.internal.source.ConfigurationKeys;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Placeholders;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the part of a configuration that a server refuses. Servers seldom give a line; the part is
 * found by removing parts until the complaint disappears.
 */
public final class Vetting {

  /** How the message of a crashed server begins. */
  private static final String CRASH = "panic: ";

  /** The number of similar words that hints consider. */
  private static final int SUGGESTIONS = 5;

  private final YamlMapping root;
  private final Placeholders placeholders;
  private final String speaker;
  private final Judge judge;
  private final Set<Part> found = new HashSet<>();
  private List<String> complaints;

  private Vetting(YamlMapping root, String speaker, Judge judge) {
    this.placeholders = new Placeholders(root);
    this.root = placeholders.root();
    this.speaker = speaker;
    this.judge = judge;
  }

  /**
   * Lets a server check a configuration in which placeholders replace the secrets.
   *
   * @param speaker the server's name, for messages
   * @throws InputException with all complaints of the server
   */
  public static void check(YamlMapping root, String speaker, Judge judge) {
    List<Problem> problems = new Vetting(root, speaker, judge).problems();
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
  }

  private List<Problem> problems() {
    complaints = Complaints.of(judge.refusal(root));
    return complaints.stream()
        .map(this::problem)
        .sorted(Comparator.comparing(Problem::position))
        .distinct()
        .toList();
  }

  private Problem problem(String complaint) {
    // A crashed server cannot be asked again.
    Part part = complaint.startsWith(CRASH) ? Part.root(root) : culprit(complaint);
    found.add(part);
    String message = speaker + " says: " + placeholders.hide(complaint);
    Optional<String> hint = hint(part, complaint);
    Position start = new Position(root.position().file(), 1, 1);
    return quotedBy(complaint, part)
        .or(() -> place(part))
        .map(scalar -> scalar.error(message, hint))
        .orElseGet(() -> new Problem(Severity.ERROR, start, message, "", 1, hint));
  }

  private static Optional<YamlScalar> quotedBy(String complaint, Part part) {
    return part.value() instanceof YamlScalar scalar
            && Complaints.words(complaint).contains(scalar.text())
        ? Optional.of(scalar)
        : Optional.empty();
  }

  /** The scalar that messages point at: the part's, or that of the nearest parent that has one. */
  private Optional<YamlScalar> place(Part part) {
    Part at = Part.root(root);
    Optional<YamlScalar> place = Optional.empty();
    for (int index : part.path()) {
      at = at.children().get(index);
      place = at.place().isPresent() ? at.place() : place;
    }
    return place;
  }

  private Part culprit(String complaint) {
    List<String> words = Complaints.words(complaint);
    List<Part> named = new ArrayList<>(Part.root(root).descendants().toList());
    named.removeIf(part -> !isNamed(part, words) || found.contains(part));
    return among(named, root, complaint).orElseGet(() -> below(Part.root(root), root, complaint));
  }

  private static boolean isNamed(Part part, List<String> words) {
    return part.key().filter(key -> words.contains(key.text())).isPresent()
        || words.contains(part.value().toString());
  }

  /** The smallest part that causes the complaint, found level by level. */
  private Part below(Part part, YamlMapping rest, String complaint) {
    return among(part.children(), rest, complaint)
        .map(p -> below(p, rest, complaint))
        .orElseGet(() -> firstOfSeveral(part, rest, complaint));
  }

  /** If several parts cause the same complaint, it stays as long as the first of them is there. */
  private Part firstOfSeveral(Part part, YamlMapping rest, String complaint) {
    YamlMapping left = rest;
    for (Part child : fromTheEnd(part.children())) {
      YamlMapping without = child.takenOutOf(left);
      if (!Complaints.of(judge.refusal(without)).contains(complaint)) {
        return below(child, left, complaint);
      }
      left = without;
    }
    return part;
  }

  /**
   * The last part whose removal removes just this complaint, or else one whose removal makes it
   * rarer.
   */
  private Optional<Part> among(List<Part> parts, YamlMapping rest, String complaint) {
    Optional<Part> second = Optional.empty();
    for (Part part : fromTheEnd(parts)) {
      List<String> left = Complaints.of(judge.refusal(part.takenOutOf(rest)));
      if (without(complaint).equals(left)) {
        return Optional.of(part);
      }
      boolean less = Collections.frequency(left, complaint) < count(complaint);
      second = second.or(() -> less ? Optional.of(part) : Optional.empty());
    }
    return second;
  }

  private static List<Part> fromTheEnd(List<Part> parts) {
    List<Part> reversed = new ArrayList<>(parts);
    Collections.reverse(reversed);
    return reversed;
  }

  private int count(String complaint) {
    return Collections.frequency(complaints, complaint);
  }

  private List<String> without(String complaint) {
    List<String> others = new ArrayList<>(complaints);
    others.remove(complaint);
    return others;
  }

  /** The most similar key that this version of the server accepts instead of an unknown one. */
  private Optional<String> hint(Part part, String complaint) {
    Optional<String> field = Complaints.unknownField(complaint).findFirst();
    if (field.isEmpty() || part.key().isEmpty() || ConfigurationKeys.all().contains(field.get())) {
      return judge.hint(complaint);
    }
    Set<String> left = new HashSet<>(ConfigurationKeys.all());
    return Stream.generate(() -> Suggestions.nearest(field.get(), left))
        .limit(SUGGESTIONS)
        .takeWhile(Optional::isPresent)
        .map(Optional::get)
        .peek(left::remove)
        .filter(isKnownAt(part))
        .findFirst()
        .map(known -> "did you mean \"" + known + "\"?");
  }

  private Predicate<String> isKnownAt(Part part) {
    return name ->
        Complaints.of(judge.refusal(part.renamedIn(root, name))).stream()
            .flatMap(Complaints::unknownField)
            .noneMatch(name::equals);
  }
}
