package io.firedrill.internal.alertmanager;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The meaning of {@code group_by: []} at a route with a parent. */
enum EmptyGroupBy {
  /** All alerts of the route are one group: since Alertmanager 0.31. */
  ONE_GROUP,
  /** The same as no {@code group_by}: before. */
  INHERITED;

  private static final Pattern VERSION = Pattern.compile("v?0\\.(\\d{1,4})\\b.*");
  private static final int FIRST_THAT_OVERRIDES = 31;

  static EmptyGroupBy in(String version) {
    Matcher matcher = VERSION.matcher(version);
    return matcher.matches() && Integer.parseInt(matcher.group(1)) < FIRST_THAT_OVERRIDES
        ? INHERITED
        : ONE_GROUP;
  }
}
