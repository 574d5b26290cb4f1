package io.firedrill.internal.alertmanager;

import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import io.firedrill.model.Notification;
import io.firedrill.model.Timeline;
import io.firedrill.model.TimelineEvent.AlertChanged;
import java.util.List;

/**
 * The routes that alerts and notifications of a run reached.
 *
 * @param root the routes
 * @param alerts the labels of every alert that fired, as Alertmanager had them
 * @param notifications the notifications
 */
public record RouteReach(Route root, List<Labels> alerts, List<Notification> notifications) {

  public RouteReach {
    alerts = List.copyOf(alerts);
    notifications = List.copyOf(notifications);
  }

  /**
   * The reach of one run.
   *
   * @param externalLabels the labels that Prometheus adds to alerts
   */
  public static RouteReach of(Route root, Labels externalLabels, Timeline timeline) {
    return new RouteReach(
        root,
        timeline.alertChanges().stream()
            .filter(change -> change.to() == AlertState.FIRING)
            .map(AlertChanged::alert)
            .map(alert -> externalLabels.merge(alert))
            .distinct()
            .toList(),
        timeline.notifications());
  }

  /** How many alerts end at a route. */
  public int alertsAt(Route route) {
    return (int) alerts.stream().filter(alert -> takes(route, alert)).count();
  }

  /** How many alerts a route passes to its children. */
  public int alertsThrough(Route route) {
    return (int)
        alerts.stream()
            .filter(
                alert ->
                    root.taken(alert).stream()
                        .anyMatch(w -> w.routes().contains(route) && !w.route().equals(route)))
            .count();
  }

  /**
   * How many notifications a route sent. If two routes send the same alert to the same receiver,
   * grouped by the same labels, their notifications cannot be distinguished: both count.
   */
  public int notificationsOf(Route route) {
    return (int)
        notifications.stream()
            .filter(n -> n.receiver().equals(route.receiver()))
            .filter(
                n ->
                    n.alerts().stream()
                        .anyMatch(
                            a ->
                                takes(route, a.labels())
                                    && route
                                        .groupBy()
                                        .groupLabels(a.labels())
                                        .equals(n.groupLabels())))
            .count();
  }

  private boolean takes(Route route, Labels alert) {
    return root.taken(alert).stream().anyMatch(way -> way.route().equals(route));
  }
}
