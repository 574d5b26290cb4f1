package io.firedrill.internal.suite;

import io.firedrill.internal.source.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * The tests of the named files: what can be run, and what cannot.
 *
 * @param files files with tests that can be run
 * @param unusable what cannot be run
 * @param warnings the warnings, each once
 * @param messages the errors; those that several files share only once
 * @param count the number of named files
 */
public record TestInput(
    List<PreparedFile> files,
    List<Unusable> unusable,
    List<Problem> warnings,
    List<String> messages,
    int count) {

  public TestInput {
    warnings = List.copyOf(warnings);
    messages = List.copyOf(messages);
    files = List.copyOf(files);
    unusable = List.copyOf(unusable);
  }

  /** The same with other files. */
  public TestInput with(List<PreparedFile> others) {
    return new TestInput(others, unusable, warnings, messages, count);
  }

  /** A phrase about what cannot be used. */
  public String complaint() {
    long bad = unusable.stream().filter(Unusable::isFile).count();
    long tests = unusable.size() - bad;
    List<String> parts = new ArrayList<>();
    if (bad > 0) {
      parts.add(count == 1 ? "the file" : bad + " of " + count + " files");
    }
    if (tests > 0) {
      parts.add(tests == 1 ? "a test" : tests + " tests");
    }
    return String.join(" and ", parts) + " cannot be used";
  }
}
