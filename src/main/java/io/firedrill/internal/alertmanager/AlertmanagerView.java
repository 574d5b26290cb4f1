package io.firedrill.internal.alertmanager;

import io.firedrill.model.LabelMatcher;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The state of an Alertmanager at one instant. It does not list resolved alerts.
 *
 * @param alerts the firing alerts
 * @param groups the groups that they are in
 * @param silences all silences, including expired ones
 */
public record AlertmanagerView(
    List<ViewedAlert> alerts, List<ViewedGroup> groups, List<ViewedSilence> silences) {

  public AlertmanagerView {
    alerts = List.copyOf(alerts);
    groups = List.copyOf(groups);
    silences = List.copyOf(silences);
  }

  /**
   * An alert.
   *
   * @param fingerprint the server's hash of its labels
   * @param labels its labels, including external ones
   * @param receivers the names of the receivers that it is routed to
   * @param inhibitedBy the fingerprints of alerts that inhibit it
   * @param silencedBy the IDs of silences that silence it
   */
  public record ViewedAlert(
      String fingerprint,
      Labels labels,
      List<String> receivers,
      List<String> inhibitedBy,
      List<String> silencedBy) {}

  /**
   * A group of alerts.
   *
   * @param receiver the name of its receiver
   * @param labels the labels that it is grouped by
   * @param fingerprints its alerts
   * @param mutedBy the names of the time intervals that mute it; absent up to version 0.27, which
   *     does not report them
   */
  public record ViewedGroup(
      String receiver, Labels labels, List<String> fingerprints, Optional<List<String>> mutedBy) {}

  /**
   * A silence.
   *
   * @param id its ID
   * @param state {@code active}, {@code pending} or {@code expired}
   * @param matchers the alerts that it silences
   * @param from its start
   * @param to its end
   * @param author its author
   * @param comment its comment
   */
  public record ViewedSilence(
      String id,
      String state,
      List<LabelMatcher> matchers,
      Instant from,
      Instant to,
      String author,
      String comment) {

    /** Whether an alert matches the silence. */
    public boolean matches(Labels alert) {
      return LabelPattern.allMatch(matchers, alert);
    }
  }
}
