package io.firedrill.internal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.firedrill.drill.Drill;
import io.firedrill.internal.rig.process.TestPairs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The environment of a drill's exporter, which prints it and exits. */
class DrillCommandTest {

  private static final String[] PRINT = {"sh", "-c", "env | sort | tr '\\n' '|'"};

  /** Variables that the shell and the launcher of exporters set. */
  private static final Set<String> OWN = Set.of("PWD", "OLDPWD", "SHLVL", "_", "PORT", "TMPDIR");

  @TempDir private Path directory;

  @Test
  void hasNoUnnecessaryVariablesOfTheJvm() throws IOException {
    Set<String> hidden = new TreeSet<>(System.getenv().keySet());
    hidden.removeAll(Set.of("PATH", "HOME", "LANG", "TZ"));
    hidden.removeAll(OWN);
    hidden.removeIf(name -> name.startsWith("LC_"));
    assertThat(hidden).as("what Maven and the user have set").isNotEmpty();

    Set<String> names = names(printed(Map.of()));

    assertThat(names).contains("PATH", "PORT").doesNotContainAnyElementsOf(hidden);
  }

  @Test
  void hasTheNamedVariables() throws IOException {
    String printed = printed(Map.of("MODE", "test", "HOME", "/elsewhere"));

    assertThat(printed).contains("MODE=test|", "HOME=/elsewhere|");
  }

  private static Set<String> names(String printed) {
    Set<String> names = new TreeSet<>();
    for (String variable : printed.replaceFirst("(?s).*last words: ", "").split("\\|")) {
      names.add(variable.replaceFirst("(?s)=.*", ""));
    }
    return names;
  }

  private String printed(Map<String, String> environment) throws IOException {
    Path config = Files.writeString(directory.resolve("p.yml"), "scrape_configs: []\n");
    DrillSpec spec = DrillSpec.ofRules(List.of()).prometheusConfig(config).build();
    try (Drill drill = new RigDrill(TestPairs.newest(), spec)) {
      return catchThrowable(() -> drill.target("a:1").command(environment, PRINT)).getMessage();
    }
  }
}
