package io.firedrill.internal.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.conformance.Finding.Status;
import io.firedrill.internal.rig.Server;
import io.firedrill.internal.rig.ServerVersions;
import io.firedrill.internal.rig.process.TestPairs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The servers have what the page about servers says that Firedrill relies on. */
class ServerConformanceTest {

  @ParameterizedTest
  @ValueSource(strings = {"2.42", "2.53.3", "3.5.3"})
  void eachServerHasWhatItsVersionHas(String version) {
    List<Finding> findings = ServerConformance.check(TestPairs.rigs(version));

    assertThat(findings).hasSize(ReliedOnThings.all().size());
    assertThat(findings.stream().filter(f -> f.status() == Status.MISSING)).isEmpty();
    assertThat(findings.stream().filter(f -> f.status() == Status.OLDER).map(f -> f.thing().name()))
        .containsExactlyElementsOf(
            version.equals("3.5.3")
                ? List.of("api/v1/targets/relabel_steps")
                : List.of(
                    "api/v1/targets/relabel_steps", "enable-feature=event-recorder", "events"));
  }

  @Test
  void findsWhatIsMissing() {
    List<Finding> findings =
        ServerConformance.check(
            TestPairs.rigs("3.5.3"),
            List.of(
                thing(Server.Kind.PROMETHEUS, ReliedOn.Kind.OPTION, "no.such.option"),
                thing(Server.Kind.PROMETHEUS, ReliedOn.Kind.ENDPOINT, "api/v1/nothing"),
                thing(Server.Kind.PROMETHEUS, ReliedOn.Kind.LOG, "no such line"),
                thing(Server.Kind.ALERTMANAGER, ReliedOn.Kind.ENDPOINT, "api/v2/nothing"),
                thing(Server.Kind.ALERTMANAGER, ReliedOn.Kind.LOG, "no such line")));

    assertThat(findings).extracting(Finding::status).containsOnly(Status.MISSING);
    assertThat(findings.stream().map(f -> f.detail().replaceAll("(HTTP 404).*", "$1")))
        .containsExactly(
            "it has no option --no.such.option",
            "HTTP 404",
            "its log has no line \"no such line\"",
            "HTTP 404",
            "its log has no line \"no such line\"");
  }

  private static ReliedOn thing(Server.Kind server, ReliedOn.Kind kind, String name) {
    return new ReliedOn(server, kind, name, "", "nothing");
  }

  @Test
  void thePageListsEachOfThem() throws IOException {
    String page = Files.readString(Path.of("docs/servers.md"));
    StringBuilder expected = new StringBuilder();
    for (ReliedOn thing : ReliedOnThings.all()) {
      String server =
          thing.server().name().charAt(0) + thing.server().name().substring(1).toLowerCase();
      expected
          .append("| ")
          .append(server)
          .append(" | ")
          .append(thing.kind())
          .append(" | `")
          .append(thing.name())
          .append("` | ")
          .append(thing.since().isEmpty() ? "all" : thing.since())
          .append(" | ")
          .append(thing.purpose())
          .append(" |\n");
    }

    assertThat(page).contains(expected);
  }

  @Test
  void thePageNamesTheVersions() throws IOException {
    assertThat(Files.readString(Path.of("docs/servers.md")))
        .contains(
            "`prom/prometheus:v" + ServerVersions.DEFAULT_PROMETHEUS + "`",
            "`prom/alertmanager:v" + ServerVersions.DEFAULT_ALERTMANAGER + "`",
            "Prometheus " + ServerVersions.TRIED_PROMETHEUS,
            "Alertmanager " + ServerVersions.TRIED_ALERTMANAGER);
  }
}
