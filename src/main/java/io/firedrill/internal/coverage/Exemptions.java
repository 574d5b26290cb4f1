package io.firedrill.internal.coverage;

import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;

/** The user's file of what need not be covered, and why. */
public final class Exemptions {

  /** Relative to the working directory. */
  private static final Path DEFAULT = Path.of(".firedrill-coverage.yml");

  private static final List<String> KEYS = List.of("kind", "name", "labels", "states", "reason");

  private final Optional<YamlSource> source;
  private final List<Exemption> exemptions = new ArrayList<>();

  private Exemptions(Optional<YamlSource> source) {
    this.source = source;
  }

  /**
   * The exemptions of a file, or else of {@code .firedrill-coverage.yml}, if it exists.
   *
   * @throws InputException with every problem in the file
   */
  public static Exemptions of(Optional<Path> file) {
    return of(file, Trust.FULL);
  }

  /**
   * The same, for a file whose author has this trust.
   *
   * @throws InputException with every problem in the file
   */
  public static Exemptions of(Optional<Path> file, Trust trust) {
    Optional<Path> there = file.or(() -> Optional.of(DEFAULT).filter(Files::exists));
    there.ifPresent(trust::require);
    return there.map(Exemptions::read).orElseGet(() -> new Exemptions(Optional.empty()));
  }

  /**
   * Reads a file.
   *
   * @throws InputException with every problem in the file
   */
  public static Exemptions read(Path file) {
    YamlSource source = YamlSource.read(file);
    Exemptions exemptions = new Exemptions(Optional.of(source));
    Problems problems = new Problems(source);
    YamlNode root = source.documents().isEmpty() ? source.empty() : source.documents().get(0);
    Fields.of(root, "a file of exemptions", List.of("exemptions", "mutants"), problems)
        .ifPresent(
            fields -> fields.items("exemptions").forEach(item -> exemptions.add(item, problems)));
    problems.throwIfErrors();
    return exemptions;
  }

  private void add(YamlNode item, Problems problems) {
    Optional<Fields> read = Fields.of(item, "an exemption", KEYS, problems);
    if (read.isEmpty()) {
      return;
    }
    Fields fields = read.get();
    Optional<CoverageKind> kind =
        fields
            .required("kind")
            .flatMap(k -> word(k, CoverageKind::of, CoverageKind.words(), "kind", problems));
    Optional<YamlScalar> name = fields.required("name");
    Optional<YamlScalar> reason = fields.required("reason");
    Map<CoverageState, YamlScalar> states = new EnumMap<>(CoverageState.class);
    for (YamlNode node : fields.items("states")) {
      fields
          .scalar(node, "a state")
          .ifPresent(
              text ->
                  word(text, CoverageState::of, CoverageState.words(), "state", problems)
                      .ifPresent(state -> states.put(state, text)));
    }
    Map<String, ValueMatcher> labels = new LinkedHashMap<>();
    fields
        .textMap("labels")
        .forEach((label, text) -> matcher(text, problems).ifPresent(m -> labels.put(label, m)));
    Optional<ValueMatcher> names = name.flatMap(n -> matcher(n, problems));
    if (kind.isPresent() && names.isPresent() && reason.isPresent()) {
      exemptions.add(
          new Exemption(kind.get(), name.get(), names.get(), labels, states, reason.get().text()));
    }
  }

  private static <T> Optional<T> word(
      YamlScalar text,
      Function<String, Optional<T>> known,
      List<String> words,
      String what,
      Problems problems) {
    Optional<T> found = known.apply(text.text());
    if (found.isEmpty()) {
      problems.error(
          text,
          "there is no " + what + " \"" + text.text() + "\"",
          Suggestions.hint(text.text(), words)
              .or(() -> Optional.of("one of: " + String.join(", ", words))));
    }
    return found;
  }

  private static Optional<ValueMatcher> matcher(YamlScalar text, Problems problems) {
    try {
      return Optional.of(ValueMatcher.parse(text.text()));
    } catch (PatternSyntaxException e) {
      problems.error(text, "not a regular expression: " + e.getDescription());
      return Optional.empty();
    }
  }

  /** The coverage, with the reasons of exemptions. */
  public Coverage applyTo(Coverage coverage) {
    return new Coverage(coverage.tests(), coverage.lines().stream().map(this::applyTo).toList());
  }

  private CoverageLine applyTo(CoverageLine line) {
    Map<CoverageState, String> exempt = new EnumMap<>(CoverageState.class);
    for (CoverageState state : line.uncovered()) {
      exemptions.stream()
          .filter(e -> e.matches(line.item()) && e.isAbout(state))
          .findFirst()
          .ifPresent(e -> exempt.put(state, e.reason()));
    }
    return new CoverageLine(line.item(), line.tests(), exempt);
  }

  /**
   * Checks that every exemption is needed, so that the list stays up to date.
   *
   * @throws InputException if an exemption matches nothing, or only what is covered
   */
  public void requireNeeded(Coverage coverage) {
    if (source.isEmpty()) {
      return;
    }
    Problems problems = new Problems(source.get());
    exemptions.forEach(exemption -> requireNeeded(exemption, coverage, problems));
    problems.throwIfErrors();
  }

  private static void requireNeeded(Exemption exemption, Coverage coverage, Problems problems) {
    List<CoverageLine> matching =
        coverage.lines().stream().filter(line -> exemption.matches(line.item())).toList();
    if (matching.isEmpty()) {
      List<String> names =
          coverage.lines().stream()
              .map(CoverageLine::item)
              .filter(item -> item.kind() == exemption.kind())
              .map(CoverageItem::name)
              .toList();
      problems.error(
          exemption.name(),
          "no %s matches this exemption".formatted(exemption.kind().text()),
          names.contains(exemption.name().text())
              ? Optional.of("items with this name have other labels")
              : Suggestions.hint(exemption.name().text(), names)
                  .or(() -> Optional.of("remove it if it is obsolete")));
      return;
    }
    if (matching.stream().allMatch(line -> line.uncovered().isEmpty())) {
      problems.error(
          exemption.name(),
          "%s %s needs no exemption: it is covered"
              .formatted(exemption.kind().text(), exemption.name().text()),
          Optional.of("remove it"));
      return;
    }
    for (CoverageState state : exemption.listed()) {
      if (matching.stream().noneMatch(line -> line.uncovered().contains(state))) {
        problems.error(
            exemption.states().get(state),
            matching.stream().anyMatch(line -> line.tests().containsKey(state))
                ? "\"" + state + "\" needs no exemption: it is covered"
                : "\"" + state + "\" is not counted for this",
            Optional.of("remove it"));
      }
    }
  }
}
