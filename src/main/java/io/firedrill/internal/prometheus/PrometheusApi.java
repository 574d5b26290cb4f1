package io.firedrill.internal.prometheus;

import io.firedrill.model.Labels;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * The HTTP API of one Prometheus server. Every instant is virtual time: the server's clock.
 * Timeouts are wall-clock times: 30 s to connect and 30 s without a byte. Nothing is cached. Every
 * method throws {@link PrometheusException} if the server rejects a request or cannot be reached.
 * Thread-safe.
 */
public final class PrometheusApi {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Http http;

  private PrometheusApi(Http http) {
    this.http = http;
  }

  /**
   * The API of the server at an address.
   *
   * @param server the server's root, such as {@code http://127.0.0.1:9090}
   */
  public static PrometheusApi at(URI server) {
    return at(server, () -> LIMIT);
  }

  /**
   * The same with another limit than 30 s.
   *
   * @param limit the wall-clock limit for connecting, and for each wait for a byte
   */
  public static PrometheusApi at(URI server, Supplier<Duration> limit) {
    return new PrometheusApi(new Http(server, limit));
  }

  /** True once the server has started up; false while it starts or cannot be reached. */
  public boolean isReady() {
    return http.isOk("-/ready");
  }

  /**
   * Makes the server read its configuration and rule files again, and waits until it has.
   *
   * @throws PrometheusException with the server's message if the files are invalid; the server then
   *     keeps its old configuration
   */
  public void reload() {
    http.post("-/reload", "reload of Prometheus's configuration");
  }

  /**
   * Evaluates an expression at one instant.
   *
   * @param expression PromQL
   * @param time the evaluation's virtual time, to the millisecond; may be before 1970
   */
  public QueryResult query(String expression, Instant time) {
    return QueryReader.read(
        http.get(
            "api/v1/query",
            "query " + expression,
            "query",
            expression,
            "time",
            Timestamps.seconds(time)));
  }

  /**
   * Evaluates an expression at several instants.
   *
   * @param expression PromQL
   * @param from the first instant, virtual time, to the millisecond
   * @param to the last instant
   * @param step the time between two of them; the server refuses more than 11,000 instants
   */
  public QueryResult queryRange(String expression, Instant from, Instant to, Duration step) {
    return QueryReader.read(
        http.get(
            "api/v1/query_range",
            "query " + expression,
            "query",
            expression,
            "start",
            Timestamps.seconds(from),
            "end",
            Timestamps.seconds(to),
            "step",
            Timestamps.seconds(Instant.EPOCH.plus(step))));
  }

  /**
   * Parses an expression without evaluating it.
   *
   * @throws PrometheusException with the error type {@code bad_data} if this server does not accept
   *     it; its message contains the line and the column in the expression
   */
  public void parse(String expression) {
    // All supported versions have this endpoint; parse_query exists from 3.x on.
    http.get("api/v1/format_query", "expression " + expression, "query", expression);
  }

  /** The loaded rule groups, in the server's order, with the results of their last evaluation. */
  public List<RuleGroupStatus> rules() {
    return RulesReader.groups(http.get("api/v1/rules", "list of rules"));
  }

  /** The alerts that are pending or firing now. */
  public List<ActiveAlert> alerts() {
    return RulesReader.alerts(http.get("api/v1/alerts", "list of alerts").path("alerts"));
  }

  /** The number of Alertmanagers to which the server sends alerts. */
  public int alertmanagers() {
    return http.get("api/v1/alertmanagers", "list of Alertmanagers")
        .path("activeAlertmanagers")
        .size();
  }

  /** The targets that the server scrapes. */
  public List<ScrapedTarget> targets() {
    return TargetsReader.targets(http.get("api/v1/targets", "list of targets"));
  }

  /** The targets that the server scrapes, with the data that determine when. */
  public List<ScrapeLoop> scrapeLoops() {
    return TargetsReader.loops(http.get("api/v1/targets", "list of targets"));
  }

  /**
   * The labels of a target after the server's relabelling, including those with two underscores;
   * from 3.8 on.
   *
   * @return empty if the target is dropped
   */
  public Optional<Labels> relabelled(String job, Labels discovered) {
    return TargetsReader.relabelled(
        http.getWith(
            "api/v1/targets/relabel_steps",
            "relabelling of job " + job,
            "scrapePool",
            job,
            "labels",
            JsonMapper.shared().writeValueAsString(discovered.asMap())));
  }

  /** The name of the server's host. */
  public String hostName() {
    return http.get("api/v1/status/runtimeinfo", "runtime information")
        .path("hostname")
        .asString("");
  }

  /** The server's version. */
  public BuildInfo buildInfo() {
    return RulesReader.build(http.get("api/v1/status/buildinfo", "build information"));
  }
}
