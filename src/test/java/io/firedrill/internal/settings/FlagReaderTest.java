package io.firedrill.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.source.YamlSource;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlagReaderTest {

  @Test
  void writesFlagsAsTheServersReadThem() {
    ServerFlags flags =
        read(
            """
            prometheus_flags:
              enable-feature: [promql-experimental-functions, "a,b"]
              query.lookback-delta: 61m
              web.cors.origin: [x, y z]
              web.page-title: ""
              web.enable-admin-api: true
              storage.tsdb.wal-compression: false
              some.text: "true"
            alertmanager_flags: {data.retention: 30d, silences.max-silences: 5}
            """);

    assertThat(flags.prometheus().arguments())
        .containsExactly(
            "--enable-feature=promql-experimental-functions,a,b",
            "--query.lookback-delta=61m",
            "--web.cors.origin=x",
            "--web.cors.origin=y z",
            "--web.page-title=",
            "--web.enable-admin-api",
            "--no-storage.tsdb.wal-compression",
            "--some.text=true");
    assertThat(flags.alertmanager().arguments())
        .containsExactly("--data.retention=30d", "--silences.max-silences=5");
    assertThat(flags.prometheus().features())
        .containsExactly("promql-experimental-functions", "a", "b");
    assertThat(flags.lookback()).isEqualTo(Duration.ofMinutes(61));
    assertThat(flags.alertmanagerDuration("data.retention")).contains(Duration.ofDays(30));
  }

  @Test
  void prefersItsOwnFlags() {
    ServerFlags own = read("prometheus_flags: {query.timeout: 1m, query.lookback-delta: 2m}");
    ServerFlags project = read("prometheus_flags: {query.lookback-delta: 1h, enable-feature: a}");

    assertThat(own.orElse(project).prometheus().arguments())
        .containsExactlyInAnyOrder(
            "--query.timeout=1m", "--query.lookback-delta=2m", "--enable-feature=a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          prometheus | web.listen-address: a | Firedrill does not pass --web.listen-address to Prometheus: Firedrill chooses the address, so that no one else reaches the server
          prometheus | no-web.enable-lifecycle: true | Firedrill does not pass --no-web.enable-lifecycle to Prometheus: Firedrill reloads the configuration, at exact times
          prometheus | web.external-url: a | Firedrill does not pass --web.external-url to Prometheus: external_url of a test sets it
          prometheus | storage.tsdb.retention.size: 1GB | Firedrill does not pass --storage.tsdb.retention.size to Prometheus: Firedrill keeps all samples of a run, in one block and a directory of its own
          prometheus | enable-feature: [exemplar-storage, agent] | Firedrill does not pass --enable-feature=agent to Prometheus: an agent evaluates no rules
          prometheus | storage.agent.path: x | Firedrill does not pass --storage.agent.path to Prometheus: an agent evaluates no rules
          prometheus | log.level: error | Firedrill does not pass --log.level to Prometheus: Firedrill reads the server's log
          prometheus | help: true | Firedrill does not pass --help to Prometheus: the server would print a text and end
          prometheus | web.console.libraries: /etc | Firedrill does not pass --web.console.libraries to Prometheus: it names files of another machine, and no alert depends on them
          alertmanager | cluster.peer: [a, b] | Firedrill does not pass --cluster.peer to Alertmanager: Firedrill connects the members of the cluster
          alertmanager | web.config.file: x | Firedrill does not pass --web.config.file to Alertmanager: Firedrill protects the server with a password of its own
          alertmanager | enable-feature: event-recorder | Firedrill does not pass --enable-feature=event-recorder to Alertmanager: Firedrill switches it on where it is needed
          prometheus | Query.Timeout: 1m | not the name of a flag: "Query.Timeout"
          prometheus | query.timeout: | "query.timeout" has no value
          prometheus | query.timeout: {a: b} | expected a value for "query.timeout", found a mapping
          prometheus | query.timeout: [1m, ] | expected a value of "query.timeout", found nothing
          """)
  void refusesWithAReason(String server, String flag, String message) {
    assertThatThrownBy(() -> read(server + "_flags:\n  " + flag.replace("[1m, ]", "[1m, ~]")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("error: " + message + "\n    2 |   ");
  }

  @Test
  void namesTheFlagThatIsMeant() {
    assertThatThrownBy(() -> read("prometheus_flags:\n  --query.timeout=1m: true"))
        .hasMessage(
            """
            flags.yml:2:3: error: not the name of a flag: "--query.timeout=1m"
                2 |   --query.timeout=1m: true
                  |   ^^^^^^^^^^^^^^^^^^
              hint: did you mean "query.timeout"?""");
    assertThatThrownBy(() -> read("prometheus_flags: [--query.timeout=1m]"))
        .hasMessageContaining("expected a mapping for \"prometheus_flags\", found a list")
        .hasMessageContaining("hint: write query.lookback-delta: 10m");
  }

  @Test
  void takesOnlyKnownFlagsFromStrangers() {
    Trust untrusted = Trust.below(Path.of(""));

    assertThat(read("prometheus_flags: {query.timeout: 1m}", untrusted).prometheus().arguments())
        .containsExactly("--query.timeout=1m");
    assertThatThrownBy(() -> read("prometheus_flags: {query.timeuot: 1m}", untrusted))
        .hasMessageContaining(
            "error: not allowed in untrusted files: a flag that Firedrill does not know")
        .hasMessageContaining("hint: did you mean \"query.timeout\"?");
  }

  private static ServerFlags read(String text) {
    return read(text, Trust.FULL);
  }

  private static ServerFlags read(String text, Trust trust) {
    YamlSource source = YamlSource.parse(Path.of("flags.yml"), text);
    Problems problems = new Problems(source);
    Fields fields =
        Fields.of(source.documents().get(0), "a file", FlagReader.KEYS, problems).orElseThrow();
    ServerFlags flags = FlagReader.read(fields, problems, trust);
    problems.throwIfErrors();
    return flags;
  }
}
