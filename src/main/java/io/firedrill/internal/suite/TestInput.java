package io.firedrill.internal.suite;

import io.firedrill.internal.source.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be run of the files that were named, and what cannot.
 *
 * @param files files with tests that can be run
 * @param unusable what cannot be run
 * @param warnings what is suspicious, each once
 * @param messages what is wrong, what several files have in common once
 * @param count how many files were named
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

  /** Other files in the place of those that can be run. */
  public TestInput with(List<PreparedFile> others) {
    return new TestInput(others, unusable, warnings, messages, count);
  }

  /** How much cannot be used, as a phrase. */
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
