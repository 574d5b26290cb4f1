package io.firedrill.internal.rig.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first numbers of a version; no numbers match every version. */
record VersionPrefix(List<Integer> numbers) {

  /** Orders by the leading numbers, older versions first. */
  static final Comparator<String> ORDER = (a, b) -> compare(leading(a), leading(b));

  private static final Pattern WANTED = Pattern.compile("v?\\d+(\\.\\d+)*");
  private static final Pattern LEADING = Pattern.compile("v?(\\d+(?:\\.\\d+)*)");

  static VersionPrefix parse(String wanted) {
    if (wanted.isEmpty()) {
      return new VersionPrefix(List.of());
    }
    if (!WANTED.matcher(wanted).matches()) {
      throw new ServersNotFoundException("neither a version nor a path of a server: " + wanted);
    }
    return new VersionPrefix(leading(wanted));
  }

  /** Whether every version matches. */
  boolean isAny() {
    return numbers.isEmpty();
  }

  /** Whether a version, with any suffix of a distribution, starts with these numbers. */
  boolean matches(String version) {
    List<Integer> all = leading(version);
    return all.size() >= numbers.size() && all.subList(0, numbers.size()).equals(numbers);
  }

  private static List<Integer> leading(String version) {
    Matcher matcher = LEADING.matcher(version);
    List<Integer> numbers = new ArrayList<>();
    if (matcher.lookingAt()) {
      for (String number : matcher.group(1).split("\\.")) {
        numbers.add(Integer.valueOf(number));
      }
    }
    return List.copyOf(numbers);
  }

  private static int compare(List<Integer> a, List<Integer> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = a.get(i).compareTo(b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }
}
