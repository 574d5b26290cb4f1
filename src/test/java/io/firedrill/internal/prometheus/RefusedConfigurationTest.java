package io.firedrill.internal.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Positions and messages of errors by a real Prometheus. */
class RefusedConfigurationTest {

  @TempDir private Path directory;

  @EveryPrometheus
  void everyUnknownKeyIsReportedAtItsLineWithTheMostSimilarKey(String version) throws IOException {
    assertThat(
            refusal(
                version,
                """
                global:
                  scrape_intervall: 15s
                tracing:
                  endpiont: example.org
                alerting:
                  alertmanagers:
                  - scheme: https
                    tls_confg: {}
                remote_write:
                - url: https://u:secret@example.org/
                  basic_auth: {pasword: hunter2}
                scrape_configs:
                - job_name: a
                  metric_path: /m
                """))
        .isEqualTo(
            """
            user.yml:2:3: error: Prometheus says: field scrape_intervall not found
                2 |   scrape_intervall: 15s
                  |   ^^^^^^^^^^^^^^^^
              hint: did you mean "scrape_interval"?

            user.yml:4:3: error: Prometheus says: field endpiont not found
                4 |   endpiont: ***********
                  |   ^^^^^^^^
              hint: did you mean "endpoint"?

            user.yml:8:5: error: Prometheus says: field tls_confg not found
                8 |     tls_confg: {}
                  |     ^^^^^^^^^
              hint: did you mean "tls_config"?

            user.yml:11:16: error: Prometheus says: field pasword not found
               11 |   basic_auth: {pasword: *******}
                  |                ^^^^^^^
              hint: did you mean "password"?

            user.yml:14:3: error: Prometheus says: field metric_path not found
               14 |   metric_path: **
                  |   ^^^^^^^^^^^
              hint: did you mean "metrics_path"?""");
  }

  @EveryPrometheus
  void errorsAboutSeveralKeysAreReportedAtTheLastOne(String version) throws IOException {
    assertThat(
            refusal(
                version,
                """
                scrape_configs:
                - job_name: a
                - job_name: b
                  bearer_token: hunter2
                  bearer_token_file: /run/token
                """))
        .isEqualTo(
            """
            user.yml:5:3: error: Prometheus says: at most one of bearer_token & bearer_token_file \
            must be configured
                5 |   bearer_token_file: **********
                  |   ^^^^^^^^^^^^^^^^^""");
    assertThat(refusal(version, "scrape_configs:\n- job_name: a\n- {job_name: a, scheme: https}\n"))
        .isEqualTo(
            """
            user.yml:3:14: error: Prometheus says: found multiple scrape configs with job name "a"
                3 | - {job_name: a, scheme: https}
                  |              ^""");
  }

  private String refusal(String version, String text) throws IOException {
    Path file = Files.writeString(directory.resolve("user.yml"), text);
    Files.writeString(directory.resolve("prometheus.yml"), "{}");
    try (TestPrometheus server = TestPrometheus.start(version, directory)) {
      return catchThrowable(
              () -> ScrapeConfig.read(file).check((yaml, files) -> read(server, yaml)))
          .getMessage()
          .replace(directory + "/", "");
    }
  }

  private String read(TestPrometheus server, String text) {
    try {
      Files.writeString(directory.resolve("prometheus.yml"), text);
      server.api().reload();
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PrometheusException e) {
      return e.serverMessage();
    }
  }
}
