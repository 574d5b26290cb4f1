package io.firedrill.internal.cli;

import io.firedrill.internal.suite.PreparedFile;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be run of the files that were named, and what cannot.
 *
 * @param files files with tests that can be run
 * @param unusable what cannot be run
 * @param count how many files were named
 */
record TestInput(List<PreparedFile> files, List<Unusable> unusable, int count) {

  TestInput {
    files = List.copyOf(files);
    unusable = List.copyOf(unusable);
  }

  TestInput with(List<PreparedFile> others) {
    return new TestInput(others, unusable, count);
  }

  /**
   * The tests that are chosen.
   *
   * @throws UnusableException if there is none, and nothing is wrong that would be reported
   */
  List<Selection.Test> tests(Selection selection) {
    return unusable.isEmpty() ? selection.from(files) : selection.of(files);
  }

  /** How much cannot be used, as a phrase. */
  String complaint() {
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
