package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.AlertmanagerView.ViewedAlert;
import io.firedrill.internal.alertmanager.Route;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The alert is routed to other receivers. */
final class OtherReceiver {

  /** A receiver that many routes lead to would fill the screen. */
  private static final int SHOWN = 3;

  private OtherReceiver() {}

  static Optional<String> of(Case one) {
    String receiver = one.claim().receiver();
    List<String> reported = one.viewed().map(ViewedAlert::receivers).orElse(List.of());
    if (reported.isEmpty() || reported.contains(receiver)) {
      return Optional.empty();
    }
    Route root = one.routing().root();
    List<Route.Path> taken = root.taken(one.sent());
    String where =
        taken.stream()
            .map(path -> where(path.route(), root))
            .distinct()
            .collect(Collectors.joining(", and "));
    return Optional.of(where + missed(root, one.sent(), receiver));
  }

  private static String where(Route route, Route root) {
    return route.equals(root)
        ? "no route matched, and the root took it for receiver \"%s\" (%s)"
            .formatted(route.receiver(), route.position())
        : "it went to receiver \"%s\" by the route %s at %s"
            .formatted(route.receiver(), route.matchersText(), route.position());
  }

  /** Why none of the routes to the receiver matched it. */
  private static String missed(Route root, Labels alert, String receiver) {
    List<Route.Path> ways = new ArrayList<>();
    collect(root, List.of(), receiver, ways);
    if (ways.isEmpty()) {
      return "; no route leads to receiver \"" + receiver + "\"";
    }
    return ways.stream()
        .limit(SHOWN)
        .map(way -> "; the route to \"" + receiver + "\" at " + missed(way, alert))
        .collect(Collectors.joining());
  }

  private static void collect(
      Route route, List<Route> above, String receiver, List<Route.Path> found) {
    List<Route> here = new ArrayList<>(above);
    here.add(route);
    if (route.receiver().equals(receiver)) {
      found.add(new Route.Path(here));
    }
    route.children().forEach(child -> collect(child, here, receiver, found));
  }

  private static String missed(Route.Path way, Labels alert) {
    String position = way.route().position().toString();
    for (int i = 0; i < way.routes().size(); i++) {
      Route route = way.routes().get(i);
      if (!route.matches(alert)) {
        String wanting = i == way.routes().size() - 1 ? "" : "its parent at " + route.position();
        return position
            + (wanting.isEmpty() ? "" : ": " + wanting)
            + " requires "
            + wanted(route, alert);
      }
      if (i > 0) {
        Optional<Route> before = before(way.routes().get(i - 1), route, alert);
        if (before.isPresent()) {
          return "%s comes after the one at %s, which takes it"
              .formatted(position, before.get().position());
        }
      }
    }
    return position + " leaves it to the routes below";
  }

  private static Optional<Route> before(Route parent, Route child, Labels alert) {
    return parent.children().stream()
        .takeWhile(sibling -> sibling != child)
        .filter(sibling -> sibling.next() == Route.Next.STOP && sibling.matches(alert))
        .findFirst();
  }

  private static String wanted(Route route, Labels alert) {
    return route.unmatched(alert).stream()
        .map(m -> m + ", and the alert has " + actual(m, alert))
        .collect(Collectors.joining(", and "));
  }

  private static String actual(LabelMatcher matcher, Labels alert) {
    return alert
        .get(matcher.name())
        .map(value -> Labels.of(matcher.name(), value).toString())
        .orElse("no " + matcher.name());
  }
}
