package io.firedrill.internal.alertmanager;

import io.firedrill.internal.source.Position;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A route of Alertmanager's configuration, with inherited settings. Durations are virtual time. How
 * routes match and what they inherit is described with {@code route} in Alertmanager's
 * documentation of its configuration.
 *
 * @param position where the route begins in the file
 * @param matchers the matchers for an alert's labels; none for the root
 * @param receiver the name of the receiver
 * @param groupBy by which labels alerts are grouped
 * @param groupWait the time until a new group is flushed
 * @param groupInterval the time between later flushes
 * @param repeatInterval how old the last notification must be for a flush to repeat it
 * @param muteTimeIntervals the names of the time intervals in which nothing is sent
 * @param activeTimeIntervals the names of those outside of which nothing is sent; none = always
 *     active
 * @param next whether later siblings are also tried if it matches
 * @param defaults the settings that neither it nor a route above sets
 * @param labels the labels that templates get, from the root down: {@code labels}, since
 *     Alertmanager 0.34
 * @param receiverLabels the labels of the receiver: {@code labels}, since Alertmanager 0.33
 * @param children the routes below
 */
public record Route(
    Position position,
    List<LabelMatcher> matchers,
    String receiver,
    GroupBy groupBy,
    Duration groupWait,
    Duration groupInterval,
    Duration repeatInterval,
    List<String> muteTimeIntervals,
    List<String> activeTimeIntervals,
    Next next,
    Set<Timing> defaults,
    Map<String, String> labels,
    Map<String, String> receiverLabels,
    List<Route> children) {

  /** A duration that Alertmanager has a default for. */
  public enum Timing {
    GROUP_WAIT,
    GROUP_INTERVAL,
    REPEAT_INTERVAL
  }

  /** What follows a matching route. */
  public enum Next {
    /** Nothing. */
    STOP,
    /** The siblings after it: {@code continue: true}. */
    CONTINUE
  }

  /**
   * The path to a route.
   *
   * @param routes from the root to the route itself
   */
  public record Path(List<Route> routes) {
    public Path {
      routes = List.copyOf(routes);
    }

    /** The route itself, which takes the alert. */
    public Route route() {
      return routes.get(routes.size() - 1);
    }

    private Path below(Route parent) {
      return new Path(Stream.concat(Stream.of(parent), routes.stream()).toList());
    }
  }

  public Route {
    matchers = List.copyOf(matchers);
    muteTimeIntervals = List.copyOf(muteTimeIntervals);
    activeTimeIntervals = List.copyOf(activeTimeIntervals);
    defaults = Set.copyOf(defaults);
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    receiverLabels = Collections.unmodifiableMap(new LinkedHashMap<>(receiverLabels));
    children = List.copyOf(children);
  }

  /** Whether labels match this route's own matchers. */
  public boolean matches(Labels alert) {
    return LabelPattern.allMatch(matchers, alert);
  }

  /** This route's own matchers that labels do not match. */
  public List<LabelMatcher> unmatched(Labels alert) {
    return matchers.stream().filter(m -> !LabelPattern.allMatch(List.of(m), alert)).toList();
  }

  /** The paths that an alert takes from this route on; none if this route does not match. */
  public List<Path> taken(Labels alert) {
    if (!matches(alert)) {
      return List.of();
    }
    List<Path> paths = new ArrayList<>();
    for (Route child : children) {
      List<Path> below = child.taken(alert);
      below.forEach(path -> paths.add(path.below(this)));
      if (!below.isEmpty() && child.next() == Next.STOP) {
        break;
      }
    }
    return paths.isEmpty() ? List.of(new Path(List.of(this))) : paths;
  }

  /** This route and all below, parents first, in the file's order. */
  public Stream<Route> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(Route::all));
  }

  /** The matchers in Alertmanager's notation, in braces. */
  public String matchersText() {
    return matchers.stream()
        .map(LabelMatcher::toString)
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
