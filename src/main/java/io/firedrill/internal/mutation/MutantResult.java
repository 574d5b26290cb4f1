package io.firedrill.internal.mutation;

import io.firedrill.internal.suite.Selection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The result for a mutant, as plain data.
 *
 * @param file the changed file, as the tests name it, relative to the working directory if possible
 * @param line the line of the change, from 1
 * @param column the column of the change, from 1
 * @param operator the name of the operator
 * @param subject the rule, route or job
 * @param change the change
 * @param status what became of it
 * @param reason why it is exempt; empty if it is not
 * @param noticedBy the test that notices it
 * @param unnoticed the tests that could have noticed it, for survivors
 */
public record MutantResult(
    String file,
    int line,
    int column,
    String operator,
    String subject,
    String change,
    Status status,
    Optional<String> reason,
    Optional<TestName> noticedBy,
    List<Unnoticed> unnoticed) {

  /** What became of a mutant. */
  public enum Status {
    /** A test fails. */
    NOTICED,
    /** No test fails. */
    SURVIVED,
    /** It was not run; the user says why. */
    EXEMPT,
    /** The servers do not accept it, so it does not count. */
    REFUSED
  }

  /** A test of a scenario file. */
  public record TestName(String file, int line, String name) {

    static TestName of(Selection.Test test) {
      return new TestName(
          shown(test.file().file().path()),
          test.scenario().position().line(),
          test.scenario().name());
    }

    /** Place and name. */
    @Override
    public String toString() {
      return file + ":" + line + "  " + name;
    }
  }

  /**
   * A test that does not notice the mutant.
   *
   * @param difference how alerts differ in it; empty if nothing does
   */
  public record Unnoticed(TestName test, Optional<String> difference) {}

  public MutantResult {
    unnoticed = List.copyOf(unnoticed);
  }

  static MutantResult of(MutantVerdict verdict) {
    Status status =
        switch (verdict.notice()) {
          case NOTICED -> Status.NOTICED;
          case UNNOTICED -> Status.SURVIVED;
          case REFUSED -> Status.REFUSED;
        };
    return of(
        verdict.mutant(),
        status,
        Optional.empty(),
        verdict.noticedBy().map(TestName::of),
        verdict.unnoticed().stream()
            .map(u -> new Unnoticed(TestName.of(u.test()), u.difference()))
            .toList());
  }

  static MutantResult exempt(Mutant mutant, String reason) {
    return of(mutant, Status.EXEMPT, Optional.of(reason), Optional.empty(), List.of());
  }

  private static MutantResult of(
      Mutant mutant,
      Status status,
      Optional<String> reason,
      Optional<TestName> noticedBy,
      List<Unnoticed> unnoticed) {
    return new MutantResult(
        shown(mutant.file()),
        mutant.position().line(),
        mutant.position().column(),
        mutant.mutation().operator(),
        mutant.mutation().subject(),
        mutant.mutation().change(),
        status,
        reason,
        noticedBy,
        unnoticed);
  }

  /** The path from the working directory, if the file is below it. */
  static String shown(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = file.toAbsolutePath().normalize();
    return (absolute.startsWith(here) ? here.relativize(absolute) : file).toString();
  }

  /** {@code rules.yml:12:5}. */
  public String place() {
    return file + ":" + line + ":" + column;
  }

  /** Why no test notices it. */
  public String why() {
    if (unnoticed.isEmpty()) {
      return "no alert of any test meets it";
    }
    List<Unnoticed> differing = unnoticed.stream().filter(u -> u.difference().isPresent()).toList();
    String tests = unnoticed.size() == 1 ? "1 test" : unnoticed.size() + " tests";
    return differing.isEmpty()
        ? "no input of " + tests + " tells it from the original"
        : "in " + differing.size() + " of " + tests + ", something differs that nothing expects";
  }
}
