package com.example.conflicts;

import static io.firedrill.assertions.DrillAssertions.assertThat;
import static io.firedrill.assertions.DrillAssertions.duration;
import static io.firedrill.assertions.DrillAssertions.notification;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.google.protobuf.Timestamp;
import io.firedrill.drill.Drill;
import io.firedrill.junit.Firedrill;
import io.firedrill.junit.FiredrillTest;
import io.firedrill.model.Generator;
import java.nio.file.Path;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@FiredrillTest(
    rules = "rules/orders.rules.yml",
    alertmanagerConfig = "rules/alertmanager.yml",
    start = "2026-03-02T08:00:00Z")
class ConflictsTest {

  @Test
  void aDrillRuns(Drill drill) {
    drill.series("orders_failed_total{shop=\"north\"}", Generator.ramp(0, 600, duration("1h")));

    drill.runFor(duration("1h"));

    assertThat(drill.receiver("shop").by("email"))
        .contains(notification().at("11m30s").firing().text("north loses orders: firing"));
    assertThat(drill.receiver("shop").by("slack"))
        .contains(notification().at("11m30s").firing().text("north loses orders"));
  }

  @TestFactory
  Stream<DynamicNode> scenarioFilesRun() {
    return Firedrill.scenarios(Path.of("test-scenarios"));
  }

  @Test
  void theProjectHasItsOwnLibraries() throws Exception {
    assertThat(jar(ObjectMapper.class)).isEqualTo(name("jackson-databind", "jackson"));
    assertThat(jar(YAMLFactory.class)).isEqualTo(name("jackson-dataformat-yaml", "jackson"));
    assertThat(jar(Timestamp.class)).isEqualTo(name("protobuf-java", "protobuf"));
    assertThat(jar(OkHttpClient.class)).isEqualTo(name("okhttp", "okhttp"));
    assertThat(jar(Assertions.class)).isEqualTo(name("assertj-core", "assertj"));

    assertThat(new ObjectMapper(new YAMLFactory()).readTree("a: [1, 2]").at("/a/1").asInt()).isEqualTo(2);
    assertThat(Timestamp.parseFrom(Timestamp.newBuilder().setSeconds(7).build().toByteArray()).getSeconds())
        .isEqualTo(7);
    assertThat(HttpUrl.get("http://127.0.0.1/a?b=c").queryParameter("b")).isEqualTo("c");
  }

  private static String jar(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
        .getFileName()
        .toString();
  }

  private static String name(String artifact, String library) {
    return artifact + "-" + System.getProperty(library + ".version") + ".jar";
  }
}
