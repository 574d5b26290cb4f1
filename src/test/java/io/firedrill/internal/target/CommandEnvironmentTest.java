package io.firedrill.internal.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandEnvironmentTest {

  private static final Map<String, String> SURROUNDINGS =
      Map.of(
          "PATH", "/bin", "HOME", "/h", "LC_ALL", "C.UTF-8", "GITHUB_TOKEN", "secret", "MODE", "x");

  @Test
  void hasNoTokens() {
    assertThat(CommandEnvironment.of(Map.of(), SURROUNDINGS))
        .containsOnly(
            Map.entry("PATH", "/bin"), Map.entry("HOME", "/h"), Map.entry("LC_ALL", "C.UTF-8"));
  }

  @Test
  void hasTheVariablesOfTheScenario() {
    Map<String, Optional<String>> named =
        Map.of(
            "MODE", Optional.empty(),
            "MISSING", Optional.empty(),
            "HOME", Optional.of("/elsewhere"),
            "EMPTY", Optional.of(""));

    assertThat(CommandEnvironment.of(named, SURROUNDINGS))
        .containsOnly(
            Map.entry("PATH", "/bin"),
            Map.entry("HOME", "/elsewhere"),
            Map.entry("LC_ALL", "C.UTF-8"),
            Map.entry("MODE", "x"),
            Map.entry("EMPTY", ""));
  }
}
