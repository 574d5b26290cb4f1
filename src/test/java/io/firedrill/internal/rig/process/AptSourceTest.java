package io.firedrill.internal.rig.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AptSourceTest {

  private static final String NO_FILE = "/nonexistent:1";

  @Test
  void takesTheArchiveOfTheMachinesOwnRelease() throws Exception {
    AptSource source =
        AptSource.of(
            Map.of("ID", "debian", "VERSION_CODENAME", "bookworm"),
            AptSource.targets(
                """
                https://tools.example/|stable|main|/nonexistent:1
                http://mirror.example/debian/|bookworm-updates|main|/nonexistent:1
                http://mirror.example/debian/|bookworm|main|/nonexistent:1
                http://mirror.example/debian/|bookworm|contrib|/nonexistent:1
                not a target
                """));

    assertThat(source)
        .isEqualTo(
            new AptSource(
                "debian", "bookworm", "http://mirror.example/debian/", Set.of("main"), List.of()));
  }

  @Test
  void takesUbuntusUniverseToo() throws Exception {
    AptSource source =
        AptSource.of(
            Map.of("ID", "ubuntu", "VERSION_CODENAME", "noble"),
            List.of(
                new AptSource.Target("u", "noble", "main", NO_FILE),
                new AptSource.Target("u", "noble", "universe", NO_FILE)));

    assertThat(source.components()).containsExactly("main", "universe");
    assertThat(Suites.newestFirst(source, true)).containsExactly("noble");
  }

  @Test
  void searchesNewerSuitesOfDebianFirst() {
    assertThat(Suites.newestFirst(debian("trixie"), true))
        .containsExactly("sid", "forky", "trixie");
    assertThat(Suites.newestFirst(debian("trixie"), false))
        .containsExactly("sid", "forky", "trixie", "bookworm");
    assertThat(Suites.newestFirst(debian("future"), true)).containsExactly("future");
  }

  @Test
  void writesAPrivateSource() {
    AptSource source =
        new AptSource("debian", "bookworm", "u", Set.of("main"), List.of("Signed-By: /key.gpg"));

    assertThat(source.deb822("sid"))
        .isEqualTo(
            """
            Types: deb
            Targets: Packages
            URIs: u
            Suites: sid
            Components: main
            Signed-By: /key.gpg
            """);
  }

  @Test
  void refusesAMachineWithoutAnArchive() {
    assertThatThrownBy(() -> AptSource.of(Map.of("ID", "debian"), List.of()))
        .isInstanceOf(ServersNotFoundException.class)
        .hasMessage("apt has no archive of {ID=debian}");
  }

  private static AptSource debian(String suite) {
    return new AptSource("debian", suite, "u", Set.of("main"), List.of());
  }
}
