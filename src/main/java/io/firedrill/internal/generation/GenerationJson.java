package io.firedrill.internal.generation;

import io.firedrill.internal.result.JsonForm;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was generated as JSON, for other programs. */
public final class GenerationJson {

  private static final int VERSION = 1;

  private GenerationJson() {}

  private record Root(
      int version, String servers, Summary summary, List<Item> rules, List<String> files) {}

  private record Summary(int rules, long fired, long nearMiss, long notFound, long testedAlready) {}

  private record Item(
      String alert,
      String file,
      int line,
      String state,
      int nearMisses,
      boolean tooShort,
      Optional<String> scenario,
      List<String> reasons) {

    static Item of(RuleOutcome rule) {
      return new Item(
          rule.name(),
          rule.position().file().toString(),
          rule.position().line(),
          rule.state().name().toLowerCase(Locale.ROOT),
          rule.nearMisses(),
          rule.isTooShortFound(),
          rule.file().map(Path::toString),
          rule.reasons());
    }
  }

  /** The document. */
  public static String of(GenerationResult result, String servers) {
    return JsonForm.write(
        new Root(
            VERSION,
            servers,
            new Summary(
                result.rules().size(),
                result.count(RuleOutcome.State.FIRED),
                result.nearMisses(),
                result.count(RuleOutcome.State.NOT_FOUND),
                result.count(RuleOutcome.State.TESTED_ALREADY)),
            result.rules().stream().map(Item::of).toList(),
            result.written().stream().map(Path::toString).toList()));
  }
}
