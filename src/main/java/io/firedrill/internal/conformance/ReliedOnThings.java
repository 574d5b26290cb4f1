package io.firedrill.internal.conformance;

import static io.firedrill.internal.conformance.ReliedOn.Kind.BEHAVIOUR;
import static io.firedrill.internal.conformance.ReliedOn.Kind.ENDPOINT;
import static io.firedrill.internal.conformance.ReliedOn.Kind.FILE;
import static io.firedrill.internal.conformance.ReliedOn.Kind.LOG;
import static io.firedrill.internal.conformance.ReliedOn.Kind.OPTION;

import io.firedrill.internal.rig.Server;
import java.util.ArrayList;
import java.util.List;

/** Everything that Firedrill relies on in the servers. */
public final class ReliedOnThings {

  private static final Server.Kind P = Server.Kind.PROMETHEUS;
  private static final Server.Kind A = Server.Kind.ALERTMANAGER;

  private static final List<ReliedOn> ALL = new ArrayList<>();

  static {
    add(P, OPTION, "config.file", "the configuration");
    add(P, OPTION, "web.listen-address", "an address on loopback");
    add(P, OPTION, "web.config.file", "a password for the API");
    add(P, OPTION, "web.external-url", "external_url of a test");
    add(P, OPTION, "web.route-prefix", "an API at the root");
    add(P, OPTION, "web.enable-lifecycle", "loading rules");
    add(P, OPTION, "web.enable-remote-write-receiver", "feeding samples");
    add(P, OPTION, "web.read-timeout", "connections that outlive virtual hours");
    add(P, OPTION, "enable-feature", "native histograms");
    add(P, OPTION, "storage.tsdb.path", "a directory of its own");
    add(P, OPTION, "storage.tsdb.min-block-duration", "no compaction during a run");
    add(P, OPTION, "storage.tsdb.max-block-duration", "no compaction during a run");
    add(P, OPTION, "storage.tsdb.retention.time", "no sample is dropped");
    add(P, ENDPOINT, "-/ready", "the end of the start");
    add(P, ENDPOINT, "-/reload", "loading rules");
    add(P, ENDPOINT, "api/v1/write", "feeding samples");
    add(P, ENDPOINT, "api/v1/query", "promql_expr_test, explanations");
    add(P, ENDPOINT, "api/v1/query_range", "states of alerts");
    add(P, ENDPOINT, "api/v1/format_query", "errors in expressions");
    add(P, ENDPOINT, "api/v1/rules", "evaluations that failed");
    add(P, ENDPOINT, "api/v1/alerts", "active alerts");
    add(P, ENDPOINT, "api/v1/alertmanagers", "discovery of Alertmanager");
    add(P, ENDPOINT, "api/v1/targets", "scraping");
    add(P, ENDPOINT, "api/v1/status/runtimeinfo", "its host name");
    add(P, ENDPOINT, "api/v1/status/buildinfo", "its version");
    since(P, ENDPOINT, "api/v1/targets/relabel_steps", "3.8", "targets that relabelling drops");
    add(P, LOG, "loading groups failed", "errors in rule files at their line");
    add(P, BEHAVIOUR, "evaluates at start + k × interval", "expected times");
    add(P, BEHAVIOUR, "reads the virtual clock", "everything");
    add(A, OPTION, "config.file", "the configuration");
    add(A, OPTION, "web.listen-address", "an address on loopback");
    add(A, OPTION, "web.config.file", "a password for the API");
    add(A, OPTION, "web.external-url", "links in notifications");
    add(A, OPTION, "web.route-prefix", "an API at the root");
    add(A, OPTION, "log.level", "why it did not notify");
    add(A, OPTION, "storage.path", "a directory of its own");
    add(A, OPTION, "cluster.listen-address", "no cluster");
    since(A, OPTION, "enable-feature=event-recorder", "0.33", "explanations");
    add(A, ENDPOINT, "-/ready", "the end of the start");
    add(A, ENDPOINT, "-/reload", "loading routes");
    add(A, ENDPOINT, "api/v2/alerts", "routes, explanations");
    add(A, ENDPOINT, "api/v2/alerts/groups", "groups of alerts, muting");
    add(A, ENDPOINT, "api/v2/silences", "the action silence");
    add(A, ENDPOINT, "api/v2/silence/{id}", "the action expire_silence");
    add(A, LOG, "Starting Alertmanager", "explanations");
    add(A, LOG, "Received alert", "explanations");
    add(A, LOG, "flushing", "flushes of groups");
    add(A, LOG, "Notify for alerts failed", "notifications that it gave up");
    add(A, LOG, "Completed loading of configuration file", "warnings about a configuration");
    since(A, FILE, "events", "0.33", "explanations");
    add(A, BEHAVIOUR, "notifies after group_wait", "expected times");
    add(A, BEHAVIOUR, "reads the virtual clock", "everything");
  }

  private ReliedOnThings() {}

  private static void add(Server.Kind server, ReliedOn.Kind kind, String name, String purpose) {
    since(server, kind, name, "", purpose);
  }

  private static void since(
      Server.Kind server, ReliedOn.Kind kind, String name, String since, String purpose) {
    ALL.add(new ReliedOn(server, kind, name, since, purpose));
  }

  /** All, Prometheus's first. */
  public static List<ReliedOn> all() {
    return List.copyOf(ALL);
  }
}
