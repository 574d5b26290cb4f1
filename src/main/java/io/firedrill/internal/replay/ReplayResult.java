package io.firedrill.internal.replay;

import io.firedrill.internal.result.TestResult;
import java.util.List;

/**
 * The result of a replay.
 *
 * @param version the name of the version of the rules and routes, for output; empty if there is
 *     only one version
 * @param servers a description of the servers
 * @param series the number of series that were fed
 * @param samples the number of their samples
 * @param receivers the names of all receivers; empty if rules were replayed without routes
 * @param result the alerts' changes and the notifications
 */
public record ReplayResult(
    String version,
    String servers,
    int series,
    long samples,
    List<String> receivers,
    TestResult result) {

  public ReplayResult {
    receivers = List.copyOf(receivers);
  }
}
