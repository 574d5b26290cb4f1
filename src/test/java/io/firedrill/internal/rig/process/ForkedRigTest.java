package io.firedrill.internal.rig.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.clock.ClockException;
import io.firedrill.internal.http.ApiBody;
import io.firedrill.internal.http.ApiClient;
import io.firedrill.internal.rig.Forking;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.RigSpec;
import io.firedrill.internal.rig.RigSpec.Topology;
import io.firedrill.internal.rig.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Rigs that are forked from templates, and those that are booted instead. */
class ForkedRigTest {

  static final List<String> VERSIONS = List.of(TestPairs.VERSIONS);

  private static final RigSpec SPEC =
      RigSpec.of(Topology.PROMETHEUS_AND_ALERTMANAGER, Instant.parse("2026-03-02T08:00:00Z"));

  private final Set<ProcessHandle> others = all().collect(Collectors.toSet());

  @TempDir Path temporary;

  @ParameterizedTest
  @FieldSource("VERSIONS")
  void areForkedFromOneTemplateOfTheirKind(String version) {
    try (RigFactory rigs = ProcessRigFactory.of(TestPairs.pair(version))) {
      for (String epoch :
          List.of("2026-03-02T08:00:00Z", "1969-12-31T23:59:58Z", "2199-01-01T00:00:00Z")) {
        try (Rig rig = rigs.start(RigSpec.of(SPEC.topology(), Instant.parse(epoch)), null)) {
          assertThat(rig.clock().now()).isEqualTo(epoch);
          rig.servers().forEach(rig::requireVirtualTime);
          rig.clock().advanceTo(rig.clock().now().plusSeconds(3600));
          rig.servers().forEach(rig::requireVirtualTime);
        }
      }
      assertThat(rigs.starts()).isEqualTo("3 rigs: 3 forked from 1 template");
    }
  }

  @ParameterizedTest
  @FieldSource("VERSIONS")
  void areForkedAsPairsOfServersToo(String version) {
    RigSpec spec = RigSpec.of(new Topology(2, 2), SPEC.epoch());
    try (RigFactory rigs = ProcessRigFactory.of(TestPairs.pair(version))) {
      for (int i = 0; i < 2; i++) {
        try (Rig rig = rigs.start(spec, null)) {
          rig.clock().advanceTo(spec.epoch().plusSeconds(600));
          assertThat(peers(rig)).isEqualTo(2);
        }
      }
      assertThat(rigs.starts()).isEqualTo("2 rigs: 2 forked from 1 template");
    }
  }

  private static int peers(Rig rig) {
    String status = get(rig, "api/v2/status");
    assertThat(status).contains("\"status\":\"ready\"");
    return status.split("\"address\":", -1).length - 1;
  }

  @Test
  void keepAFewTemplates() {
    try (RigFactory rigs = ProcessRigFactory.of(TestPairs.pair("3.5.3"))) {
      RigSpec rules = RigSpec.of(Topology.PROMETHEUS, SPEC.epoch());
      for (int i = 0; i < 6; i++) {
        rigs.start(rules.withPrometheusExternalUrl("http://" + i + ".invalid/"), null).close();
      }
      rigs.start(rules.withPrometheusExternalUrl("http://5.invalid/"), null).close();

      assertThat(rigs.starts()).isEqualTo("7 rigs: 7 forked from 6 templates");
      assertThat(prometheuses()).hasSize(4);
    }
    assertThat(prometheuses()).isEmpty();
  }

  @Test
  void areBootedAfterTheirTemplateWasKilled() throws Exception {
    try (RigFactory rigs = ProcessRigFactory.of(TestPairs.pair("3.5.3"))) {
      rigs.start(SPEC, null).close();
      for (ProcessHandle template : prometheuses()) {
        template.destroyForcibly();
        template.onExit().get(5, TimeUnit.MINUTES);
      }

      for (int i = 0; i < 2; i++) {
        try (Rig rig = rigs.start(SPEC, null)) {
          rig.clock().advanceTo(SPEC.epoch().plusSeconds(60));
          rig.servers().forEach(rig::requireVirtualTime);
        }
      }

      assertThat(rigs.starts())
          .isEqualTo(
              "3 rigs: 1 forked from 1 template, 2 booted: prometheus: its template has ended");
    }
  }

  /** A server that starts as usual, but has something open that is not known. */
  @Test
  void areBootedIfAServerCannotBeFrozen() throws Exception {
    ServerPair pair = TestPairs.pair("3.5.3");
    Path script = temporary.resolve("prometheus.sh");
    Files.writeString(
        script,
        "#!/bin/sh\nexec 9</etc/passwd\nexec '%s' \"$@\"\n"
            .formatted(pair.prometheus().executable()));
    assertThat(script.toFile().setExecutable(true)).isTrue();
    ServerBinary odd =
        new ServerBinary(script, pair.prometheus().version(), pair.prometheus().origin(), "");
    try (RigFactory rigs =
        ProcessRigFactory.of(new ServerPair(odd, pair.alertmanager(), Optional.empty()))) {
      for (int i = 0; i < 2; i++) {
        try (Rig rig = rigs.start(SPEC, null)) {
          rig.clock().advanceTo(SPEC.epoch().plusSeconds(60));
          rig.servers().forEach(rig::requireVirtualTime);
        }
      }
      assertThat(rigs.starts())
          .isEqualTo("2 rigs: 2 booted: prometheus: it has opened /etc/passwd");
    }
  }

  @Test
  void areBootedIfForkingIsOff() {
    try (RigFactory rigs = ProcessRigFactory.of(TestPairs.pair("3.5.3"), Forking.OFF)) {
      try (Rig rig = rigs.start(SPEC, null)) {
        assertThat(rig.log(Server.PROMETHEUS)).contains("2026-03-02").doesNotContain("2000-01-01");
      }
      assertThat(rigs.starts()).isEqualTo("1 rig: 1 booted: forking is off");
    }
  }

  @ParameterizedTest
  @FieldSource("VERSIONS")
  void haveBranchesWithTheSamePast(String version) {
    try (RigFactory rigs = ProcessRigFactory.of(TestPairs.pair(version));
        Rig rig = rigs.start(SPEC, null)) {
      rig.clock().advanceTo(SPEC.epoch().plusSeconds(90));
      silence(rig, "past");
      Instant instant = rig.clock().now();
      try (Rig.Branch branch = rig.branch()) {
        for (String future : List.of("first", "second", "third")) {
          silence(rig, future);
          rig.clock().advanceTo(instant.plusSeconds(3600));
          assertThat(silences(rig)).contains("past", future).hasSize(2);

          branch.resume();

          assertThat(rig.clock().now()).isEqualTo(instant);
          rig.servers().forEach(rig::requireVirtualTime);
          assertThat(silences(rig)).containsExactly("past");
        }
      }
      rig.clock().advanceTo(instant.plusSeconds(60));
      assertThat(silences(rig)).containsExactly("past");
    }
  }

  @Test
  void haveNoBranchesAfterAServerHasDied() {
    try (RigFactory rigs = ProcessRigFactory.of(TestPairs.pair("3.5.3"));
        Rig rig = rigs.start(SPEC, null)) {
      prometheuses().forEach(ProcessHandle::destroyForcibly);
      assertThatThrownBy(() -> rig.clock().advanceTo(SPEC.epoch().plusSeconds(60)))
          .isInstanceOf(ClockException.class);

      assertThatThrownBy(rig::branch).hasMessageStartingWith("the rig has no branches: ");
    }
  }

  private static void silence(Rig rig, String comment) {
    String body =
        """
        {"matchers": [{"name": "a", "value": "b", "isRegex": false}], "createdBy": "test",
         "comment": "%s", "startsAt": "%s", "endsAt": "%s"}"""
            .formatted(comment, rig.clock().now(), rig.clock().now().plusSeconds(86400));
    try {
      assertThat(client(rig).post("api/v2/silences", ApiBody.json(body)).isSuccess()).isTrue();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> silences(Rig rig) {
    return Stream.of(get(rig, "api/v2/silences").split("\"comment\":\"", -1))
        .skip(1)
        .map(text -> text.substring(0, text.indexOf('"')))
        .toList();
  }

  private static String get(Rig rig, String path) {
    try {
      return client(rig).get(path).body();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ApiClient client(Rig rig) {
    return new ApiClient(rig.address(Server.ALERTMANAGER).orElseThrow(), rig.patience()::now);
  }

  /** Those of this test; others of this JVM have templates, too. */
  private List<ProcessHandle> prometheuses() {
    return all().filter(p -> !others.contains(p)).toList();
  }

  private static Stream<ProcessHandle> all() {
    return ProcessHandle.current()
        .descendants()
        .filter(p -> p.info().command().filter(c -> c.endsWith("/prometheus")).isPresent());
  }
}
