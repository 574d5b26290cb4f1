package io.firedrill.internal.run;

import io.firedrill.internal.clock.Patience;
import io.firedrill.internal.prometheus.ActiveAlert;
import io.firedrill.internal.prometheus.PrometheusApi;
import io.firedrill.internal.prometheus.PrometheusException;
import io.firedrill.internal.prometheus.QueryResult;
import io.firedrill.internal.prometheus.RemoteWrite;
import io.firedrill.internal.rig.Server;
import io.firedrill.internal.verdict.QueryOutcome;
import io.firedrill.model.Labels;
import io.firedrill.model.Sample;
import io.firedrill.model.Series;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A Prometheus of a run, which may stop and start again. */
final class PrometheusNode {

  private final Server server;
  private final PrometheusApi api;
  private final RemoteWrite remoteWrite;
  private final EvaluationRecord record = new EvaluationRecord();

  // Active alerts that the server does not record at their time: before its alerts are restored,
  // and of rules with a query offset.
  private final NavigableMap<Instant, List<ActiveAlert>> unrecorded = new TreeMap<>();
  private Instant unrecordedUntil = Instant.MIN;
  private List<AlertHistory> histories = List.of();
  private boolean running = true;

  PrometheusNode(Server server, URI address, Patience patience) {
    this.server = server;
    this.api = PrometheusApi.at(address, patience::now);
    this.remoteWrite = RemoteWrite.to(address, patience::now);
  }

  Server server() {
    return server;
  }

  PrometheusApi api() {
    return api;
  }

  boolean isRunning() {
    return running;
  }

  /** The evaluations that took place. */
  EvaluationRecord record() {
    return record;
  }

  /**
   * Samples that arrive while the server is down are lost, like those that it would have scraped.
   */
  void feed(List<Series> series) {
    if (running) {
      remoteWrite.write(series);
    }
  }

  /**
   * Samples that are older than what the server still takes are refused, together with all others
   * of their request; then each is sent alone.
   */
  void feedLate(List<Series> series, LateFeed late) {
    try {
      feed(series);
    } catch (PrometheusException e) {
      if (!isTooLate(e)) {
        throw e;
      }
      for (Series whole : series) {
        whole.samples().forEach(sample -> feedAlone(whole.labels(), sample, late));
      }
    }
  }

  private void feedAlone(Labels labels, Sample sample, LateFeed late) {
    try {
      feed(List.of(new Series(labels, List.of(sample))));
    } catch (PrometheusException e) {
      if (!isTooLate(e)) {
        throw e;
      }
      late.refused(labels, e.serverMessage());
    }
  }

  private static boolean isTooLate(PrometheusException e) {
    return e.status() == 400
        && e.getMessage().matches("(?s).*(out of order|too old|out of bounds).*");
  }

  void evaluated(Instant instant, EvaluationSchedule schedule) {
    record.add(instant, schedule);
    if (!instant.isAfter(unrecordedUntil) || schedule.looksBack()) {
      unrecorded.put(instant, api.alerts());
    }
  }

  /** Evaluates an expression. */
  QueryOutcome query(String expr, Instant time) {
    return outcome(() -> api.query(expr, time));
  }

  /** Evaluates an expression at several instants. */
  QueryOutcome queryRange(String expr, Instant from, Instant to, Duration step) {
    return outcome(() -> api.queryRange(expr, from, to, step));
  }

  private static QueryOutcome outcome(Supplier<QueryResult> query) {
    try {
      return new QueryOutcome.Answer(query.get());
    } catch (PrometheusException e) {
      if (e.errorType().isEmpty()) {
        throw e;
      }
      return new QueryOutcome.Refusal(e.serverMessage());
    }
  }

  /** The states of all alerts since the start, up to now or until the server was stopped. */
  List<AlertHistory> histories(Instant start, Instant now) {
    return running ? AlertHistory.read(api, start, now, record, unrecorded) : histories;
  }

  void stopping(Instant start, Instant now) {
    histories = histories(start, now);
    running = false;
  }

  /**
   * The server has been started. It records alerts after it has restored them: from each group's
   * second evaluation on.
   */
  void started(Instant now, EvaluationSchedule schedule) {
    running = true;
    Duration longest = schedule.longestInterval();
    unrecordedUntil = now.plus(longest).plus(longest);
  }
}
