package io.firedrill.internal.alertmanager;

import io.firedrill.internal.series.MatcherNotation;
import io.firedrill.internal.series.SeriesSyntaxException;
import io.firedrill.internal.source.GoString;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.Labels;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How Alertmanager names a group: by the matchers of the routes that lead to it, and the labels
 * that it is grouped by, such as {@code {}/{team="data"}:{alertname="Down"}}.
 */
public final class GroupKey {

  private static final Comparator<LabelMatcher> ORDER =
      Comparator.comparing(LabelMatcher::name)
          .thenComparing(LabelMatcher::value)
          .thenComparing(LabelMatcher::operator);

  private GroupKey() {}

  /** The name of a group with these labels. */
  public static String of(Route.Path path, Labels group) {
    return path.routes().stream().map(GroupKey::route).collect(Collectors.joining("/"))
        + ":"
        + labels(group);
  }

  /** The labels of a group, as they are in its name. */
  public static String labels(Labels group) {
    return group.asMap().entrySet().stream()
        .map(label -> label.getKey() + "=" + quoted(label.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String route(Route route) {
    return route.matchers().stream()
        .sorted(ORDER)
        .map(GroupKey::matcher)
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String matcher(LabelMatcher matcher) {
    String name = matcher.name();
    boolean plain = name.chars().noneMatch(c -> " {}!=~,\\\"'`".indexOf(c) >= 0 || c < ' ');
    return (plain ? name : quoted(name)) + matcher.operator().sign() + quoted(matcher.value());
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '\\', '"' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        case '\r' -> quoted.append("\\r");
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  /** The labels in the name of a group; none if they cannot be read. */
  static Labels labelsIn(String key) {
    try {
      int depth = 0;
      for (int i = 0; i < key.length(); i++) {
        char c = key.charAt(i);
        if (c == '"') {
          i = GoString.read(key, i).end() - 1;
        } else if (c == ':' && depth == 0) {
          return parsed(key.substring(i + 1));
        } else {
          depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
      }
      return Labels.empty();
    } catch (GoString.BadStringException | SeriesSyntaxException e) {
      return Labels.empty();
    }
  }

  private static Labels parsed(String text) {
    Map<String, String> labels = new TreeMap<>();
    if (!text.equals("{}")) {
      MatcherNotation.parse(text).forEach(m -> labels.put(m.name(), m.value()));
    }
    return Labels.copyOf(labels);
  }
}
