package io.firedrill.internal.replay;

import io.firedrill.internal.result.TestResult;
import java.util.List;

/**
 * What came of a replay.
 *
 * @param version what the rules and routes are called, for people; empty where there is one version
 * @param servers which servers ran, for people
 * @param series how many series were fed
 * @param samples how many samples they had
 * @param receivers the names of all receivers; empty where rules were replayed without routes
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
