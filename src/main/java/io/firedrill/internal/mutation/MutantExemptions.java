package io.firedrill.internal.mutation;

import io.firedrill.internal.mutation.operator.Operators;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** The mutants that need not be noticed, with the reasons: beside the exemptions of coverage. */
public final class MutantExemptions {

  private static final Path DEFAULT = Path.of(".firedrill-coverage.yml");
  private static final String KEY = "mutants";
  private static final List<String> KEYS =
      List.of("operator", "file", "subject", "change", "reason");

  /** One exemption; what it does not name may be anything. */
  private record Exemption(YamlNode node, Map<String, ValueMatcher> conditions, String reason) {

    boolean matches(Mutant mutant) {
      return holds("operator", mutant.mutation().operator())
          && holds("file", MutantResult.shown(mutant.file()))
          && holds("subject", mutant.mutation().subject())
          && holds("change", mutant.mutation().change());
    }

    private boolean holds(String key, String value) {
      return !conditions.containsKey(key) || conditions.get(key).matches(value);
    }
  }

  private final Optional<YamlSource> source;
  private final List<Exemption> exemptions = new ArrayList<>();

  private MutantExemptions(Optional<YamlSource> source) {
    this.source = source;
  }

  /**
   * The exemptions of a file, or else of {@code .firedrill-coverage.yml}, if it exists.
   *
   * @throws InputException with every problem in the file
   */
  public static MutantExemptions of(Optional<Path> file, Trust trust) {
    Optional<Path> there = file.or(() -> Optional.of(DEFAULT).filter(Files::exists));
    there.ifPresent(trust::require);
    MutantExemptions exemptions = new MutantExemptions(there.map(YamlSource::read));
    exemptions.source.ifPresent(exemptions::read);
    return exemptions;
  }

  private void read(YamlSource yaml) {
    Problems problems = new Problems(yaml);
    YamlNode root = yaml.documents().isEmpty() ? yaml.empty() : yaml.documents().get(0);
    Fields.of(root, "a file of exemptions", List.of("exemptions", KEY), problems)
        .ifPresent(fields -> fields.items(KEY).forEach(item -> add(item, problems)));
    problems.throwIfErrors();
  }

  private void add(YamlNode item, Problems problems) {
    Optional<Fields> read = Fields.of(item, "an exemption", KEYS, problems);
    if (read.isEmpty()) {
      return;
    }
    Fields fields = read.get();
    fields.required("operator").ifPresent(operator -> requireKnown(operator, problems));
    Optional<YamlScalar> reason = fields.required("reason");
    Map<String, ValueMatcher> conditions = new LinkedHashMap<>();
    for (String key : KEYS.subList(0, KEYS.size() - 1)) {
      fields
          .scalar(key)
          .ifPresent(text -> matcher(text, problems).ifPresent(m -> conditions.put(key, m)));
    }
    reason.ifPresent(r -> exemptions.add(new Exemption(item, conditions, r.text())));
  }

  private static void requireKnown(YamlScalar operator, Problems problems) {
    matcher(operator, problems)
        .filter(m -> Operators.names().stream().noneMatch(m::matches))
        .ifPresent(
            any ->
                problems.error(
                    operator,
                    "there is no operator \"" + operator.text() + "\"",
                    Suggestions.hint(operator.text(), Operators.names())));
  }

  private static Optional<ValueMatcher> matcher(YamlScalar text, Problems problems) {
    try {
      return Optional.of(ValueMatcher.parse(text.text()));
    } catch (PatternSyntaxException e) {
      problems.error(text, "not a regular expression: " + e.getDescription());
      return Optional.empty();
    }
  }

  /** The exempt ones of some mutants, with the reasons. */
  public Map<Mutant, String> of(List<Mutant> mutants) {
    Map<Mutant, String> exempt = new LinkedHashMap<>();
    for (Mutant mutant : mutants) {
      exemptions.stream()
          .filter(e -> e.matches(mutant))
          .findFirst()
          .ifPresent(e -> exempt.put(mutant, e.reason()));
    }
    return exempt;
  }

  /**
   * Checks that every exemption is about some mutant, so that the list stays up to date.
   *
   * @param all all mutants of all files
   * @throws InputException if one matches none
   */
  public void requireNeeded(List<Mutant> all) {
    if (source.isEmpty()) {
      return;
    }
    Problems problems = new Problems(source.get());
    exemptions.stream()
        .filter(e -> all.stream().noneMatch(e::matches))
        .forEach(
            e ->
                problems.error(
                    e.node(),
                    "no mutant matches this exemption",
                    Optional.of("remove it if it is obsolete")));
    problems.throwIfErrors();
  }
}
