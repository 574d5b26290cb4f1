package io.firedrill.internal.rig.process;

import java.util.ArrayList;
import java.util.List;

/** Chooses the suites of a distribution to search. */
final class Suites {

  // Newest first. Debian's servers are static enough to run on older releases.
  private static final List<String> DEBIAN = List.of("sid", "forky", "trixie", "bookworm");

  private Suites() {}

  /**
   * The suites, newest first.
   *
   * @param any true if the machine's own suite and newer ones are sufficient; otherwise older
   *     suites, which have older versions, are included
   */
  static List<String> newestFirst(AptSource source, boolean any) {
    if (!source.distribution().equals("debian")) {
      return List.of(source.suite());
    }
    List<String> suites = new ArrayList<>(DEBIAN);
    if (!suites.contains(source.suite())) {
      // A release newer than this list: its own suite comes first, because it certainly works.
      suites.add(0, source.suite());
    }
    return any ? suites.subList(0, suites.indexOf(source.suite()) + 1) : suites;
  }
}
