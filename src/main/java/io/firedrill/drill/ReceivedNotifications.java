package io.firedrill.drill;

import io.firedrill.model.Notification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The notifications of a receiver, up to one virtual instant of a {@link Drill}. */
public interface ReceivedNotifications {

  /**
   * Selects the notifications of one kind of integration: {@code webhook}, {@code slack}, {@code
   * email}.
   *
   * @throws IllegalArgumentException if Alertmanager has no such kind
   */
  ReceivedNotifications by(String kind);

  /**
   * Selects the notifications in a window.
   *
   * @param first the window's start, as virtual time since the drill's start
   * @param last the window's end, as virtual time since the drill's start, inclusive; a whole
   *     second includes all its fractions, because these depend on the machine
   * @throws IllegalArgumentException if the window ends before it begins
   */
  ReceivedNotifications between(Duration first, Duration last);

  /** The notifications, in chronological order. */
  List<Notification> notifications();

  /** A message if Alertmanager has no receiver with this name; otherwise empty. */
  Optional<String> unknown();
}
