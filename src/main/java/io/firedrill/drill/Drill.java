package io.firedrill.drill;

import io.firedrill.model.Generator;
import io.firedrill.model.Series;
import io.firedrill.model.Timeline;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * A fire drill: feeds metric series to a real Prometheus, which sends alerts to a real
 * Alertmanager, and returns the results. You can feed series, advance the time, read results, and
 * feed again. Stopping in between does not change what happens.
 *
 * <p>All instants and durations are virtual. The drill begins at {@link #start()}, the first
 * evaluation of all rules, and time advances only on request. The first call that advances the time
 * or reads results starts the servers. At each instant, samples come first, then evaluations and
 * notifications, then the actions planned with {@link #at}.
 *
 * <p>Methods throw an exception whose message names file, line and column if Prometheus or
 * Alertmanager rejects the user's files; {@link io.firedrill.model.ServerFailure} if a server dies
 * or the servers do not settle; {@link IllegalArgumentException} and {@link IllegalStateException}
 * if an argument or the order of calls is invalid. Not thread-safe.
 *
 * <p>{@link io.firedrill.junit.FiredrillTest} gives tests their drills. Do not implement this
 * interface.
 */
public interface Drill extends DrillActions, AutoCloseable {

  /**
   * Sets the virtual time of the first evaluation, in whole milliseconds.
   *
   * @throws IllegalStateException once series or targets were added, the drill has run, or results
   *     were read
   */
  Drill startAt(Instant time);

  /**
   * Sets the evaluation interval of rule groups without their own.
   *
   * @throws IllegalStateException once series or targets were added, the drill has run, or results
   *     were read
   */
  Drill evaluateEvery(Duration time);

  /**
   * Sets Prometheus's external labels, from name, value, name, value and so on.
   *
   * @throws IllegalStateException once series or targets were added, the drill has run, or results
   *     were read
   */
  Drill externalLabels(String... namesAndValues);

  /**
   * Sets Prometheus's external URL, which templates see.
   *
   * @throws IllegalStateException once series or targets were added, the drill has run, or results
   *     were read
   */
  Drill externalUrl(String url);

  /** Sets the interval of series added from now on; default: the evaluation interval. */
  Drill sampleEvery(Duration time);

  /**
   * Feeds a series: one value per interval, the first at the start or, if the drill has moved, at
   * the next multiple of the interval. Replaces the remaining values of the same series.
   *
   * @param selector {@code name{label="value"}}
   * @param values promtool's notation: {@code 0x10 1+2x5 _ stale}
   * @throws IllegalArgumentException if either is malformed
   */
  Drill series(String selector, String values);

  /** Feeds an endless series with values of a generator; otherwise as above. */
  Drill series(String selector, Generator generator);

  /**
   * Feeds a sample at the start or, if the drill has moved, at the next multiple of the interval.
   */
  Drill sample(String selector, double value);

  /**
   * Feeds a sample.
   *
   * @throws IllegalArgumentException if the time has passed
   */
  Drill sample(String selector, double value, Instant time);

  /**
   * Feeds samples at their own times.
   *
   * @throws IllegalArgumentException if the time of the first one has passed
   */
  Drill feed(Series series);

  /**
   * Feeds recorded samples at their own times: files in OpenMetrics, Prometheus's JSON or CSV.
   *
   * @throws IllegalArgumentException if the first one's time has passed
   */
  Drill recording(Path... files);

  /**
   * The target at an address that Prometheus scrapes; it is up from the first call on. If no job
   * scrapes the address, the next call that advances the time or reads results throws an {@link
   * IllegalArgumentException}.
   *
   * @param address host and port after relabelling
   * @throws IllegalStateException if the drill has no Prometheus configuration
   */
  DrillTarget target(String address);

  /**
   * Allows series of these metrics that no rule and no query of the drill reads. Without this,
   * JUnit fails a test that feeds such series.
   */
  Drill unreadSeries(String... metrics);

  /**
   * Allows that the rules of these alerts never have samples, although the drill asserts that the
   * alerts do not fire; or that no rule has, although it asserts that these receivers get nothing.
   * Without this, JUnit fails such a test, because it would pass whatever the rules say.
   */
  Drill withoutSamples(String... alertsOrReceivers);

  /**
   * Plans an action for later. It runs when the drill reaches that time, after everything that is
   * due then.
   *
   * @param sinceStart the virtual time since the start
   * @throws IllegalArgumentException if the time has passed
   */
  Drill at(Duration sinceStart, Consumer<Drill> action);

  /**
   * Expects that Alertmanager gives up at least one notification to a receiver, as with a template
   * that it cannot render. Otherwise each such notification is one of the {@link #problems()};
   * those that it gives up because of {@link DrillActions#failReceiver} are not.
   *
   * @param receiver the receiver's name
   * @param reason Alertmanager's words, or {@code /regex/}
   */
  Drill expectFailedNotification(String receiver, String reason);

  /**
   * Expects that Alertmanager warns about its configuration when it loads it. Otherwise such a
   * warning is one of the {@link #problems()}.
   *
   * @param message Alertmanager's words, or {@code /regex/}
   */
  Drill expectServerWarning(String message);

  /** Runs for this virtual time; the first call also evaluates the rules at the start. */
  Drill runFor(Duration time);

  /**
   * Runs to an instant, inclusive.
   *
   * @throws IllegalArgumentException if it has passed, or the run would be too long
   */
  Drill runTo(Instant time);

  /** Runs to the next evaluation; the first step is the evaluation at the start. */
  Drill step();

  /**
   * Runs from evaluation to evaluation until a condition holds.
   *
   * @param atMost the longest virtual time to wait
   * @throws AssertionError if the condition does not hold by then
   */
  Drill runUntil(DrillCondition condition, Duration atMost);

  /** The virtual time of the first evaluation. */
  Instant start();

  /** The current virtual time; the start if the drill has not moved. */
  Instant now();

  /**
   * The alerts with this name and these labels: name, value, name, value and so on. A value {@code
   * /.../} is a regular expression that must match the whole value.
   */
  AlertSelection alerts(String alertname, String... labels);

  /** The notifications of a receiver so far. */
  ReceivedNotifications receiver(String name);

  /** The result of an expression now. */
  QueryAnswer query(String promql);

  /** The result of an expression at another instant. */
  QueryAnswer query(String promql, Instant time);

  /** All events so far: state changes of alerts, and notifications. */
  Timeline timeline();

  /** A description of the servers that run the drill. */
  String servers();

  /**
   * Problems that no assertion checks: rules that could not be evaluated, requests to receivers
   * that could not be decoded, notifications that Alertmanager gave up, its warnings about its
   * configuration, and expected ones that did not happen. Usually empty.
   */
  List<String> problems();

  /**
   * Warnings that do not fail a test: settings that are left out in tests, and groups that
   * Alertmanager may first flush at either of two instants. Empty if no servers are running.
   */
  List<String> warnings();

  /** Releases the servers. */
  @Override
  void close();
}
