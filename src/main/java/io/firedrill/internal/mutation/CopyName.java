package io.firedrill.internal.mutation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of copies of rules, which run beside the original: a suffix that nothing else has, so
 * that it can be removed from every text.
 */
final class CopyName {

  private static final Pattern SUFFIX = Pattern.compile("_firedrill_[mo]\\d+_");

  private CopyName() {}

  /** The suffix of a mutant's copies. */
  static String ofMutant(int number) {
    return "_firedrill_m" + number + "_";
  }

  /** The suffix of an unchanged copy of a rule. */
  static String ofOriginal(int number) {
    return "_firedrill_o" + number + "_";
  }

  /** The suffix in a name; empty for an original. */
  static Optional<String> in(String name) {
    Matcher suffix = SUFFIX.matcher(name);
    return suffix.find() ? Optional.of(suffix.group()) : Optional.empty();
  }

  /** A text without a suffix. */
  static String without(String text, String suffix) {
    return text.replace(suffix, "");
  }
}
