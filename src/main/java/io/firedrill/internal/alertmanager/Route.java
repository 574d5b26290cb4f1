package io.firedrill.internal.alertmanager;

import io.firedrill.internal.source.Position;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A route of Alertmanager's configuration, with what it has from its parents. Durations are virtual
 * time. How routes match and what they inherit is described with {@code route} in Alertmanager's
 * documentation of its configuration.
 *
 * @param position where the route begins in the file
 * @param matchers what an alert's labels have to pass; none for the root
 * @param receiver the name of the receiver
 * @param groupBy by which labels alerts are grouped
 * @param groupWait how long a new group is waited for
 * @param groupInterval how often a group is looked at from then on
 * @param repeatInterval how old the last notification has to be for a look to repeat it
 * @param muteTimeIntervals the names of the time intervals in which nothing is sent
 * @param activeTimeIntervals the names of those out of which nothing is sent; none = always active
 * @param next whether the route's siblings after it are asked, too, once it matches
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
    List<Route> children) {

  /** What comes after a route that matches. */
  public enum Next {
    /** Nothing. */
    STOP,
    /** The siblings after it: {@code continue: true}. */
    CONTINUE
  }

  /**
   * The way to a route.
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
    children = List.copyOf(children);
  }

  /** Whether labels pass this route's own matchers. */
  public boolean matches(Labels alert) {
    return LabelPattern.allMatch(matchers, alert);
  }

  /** Those of this route's own matchers that labels do not pass. */
  public List<LabelMatcher> unmatched(Labels alert) {
    return matchers.stream().filter(m -> !LabelPattern.allMatch(List.of(m), alert)).toList();
  }

  /** The ways that an alert takes from this route on; none where this route does not match. */
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
