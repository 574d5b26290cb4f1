package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.http.ApiAnswer;
import io.firedrill.internal.http.ApiBody;
import io.firedrill.internal.http.ApiClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * An alert as Prometheus posts it.
 *
 * @param labels its labels
 * @param annotations its annotations
 * @param startsAt the time at which it started to fire
 * @param endsAt its end
 */
record AlertPost(
    Map<String, String> labels, Map<String, String> annotations, Instant startsAt, Instant endsAt) {

  /** Sends the alert to an Alertmanager. */
  void to(URI alertmanager) {
    Map<String, Object> alert =
        Map.of(
            "labels",
            labels,
            "annotations",
            annotations,
            "startsAt",
            startsAt.toString(),
            "endsAt",
            endsAt.toString(),
            "generatorURL",
            "http://prometheus.example/graph");
    try {
      ApiAnswer answer =
          new ApiClient(alertmanager, () -> Duration.ofSeconds(30))
              .post(
                  "api/v2/alerts",
                  ApiBody.json(JsonMapper.shared().writeValueAsString(List.of(alert))));
      assertThat(answer.isSuccess()).as(answer.body()).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
