package io.firedrill.internal.rig.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.rig.LauncherBinary;
import io.firedrill.internal.rig.RigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The path of a machine's launcher. */
class LauncherPathTest {

  @TempDir Path cache;

  @ParameterizedTest
  @ValueSource(strings = {"amd64", "aarch64"})
  void isTheOneOfTheArchitecture(String architecture) {
    assertThat(Launcher.in(cache, "Linux", architecture))
        .isExecutable()
        .hasBinaryContent(LauncherBinary.of(architecture).orElseThrow());
  }

  @Test
  void dependsOnTheArchitecture() {
    assertThat(Launcher.in(cache, "Linux", "amd64"))
        .isEqualTo(Launcher.in(cache, "Linux", "amd64"))
        .isNotEqualTo(Launcher.in(cache, "Linux", "aarch64"));
  }

  @Test
  void isNeverAnotherProgram() throws IOException {
    Path launcher = Launcher.in(cache, "Linux", "amd64");
    Files.writeString(launcher, "#!/bin/sh\n");

    assertThat(Launcher.in(cache, "Linux", "amd64"))
        .isEqualTo(launcher)
        .isExecutable()
        .hasBinaryContent(LauncherBinary.of("amd64").orElseThrow());
  }

  @Test
  void isNotWritableByOthers() throws IOException {
    Path own = cache.resolve("a/b");
    Launcher.in(own, "Linux", "amd64");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
        .isEqualTo("rwx------");

    Path open = Files.createDirectory(cache.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThatThrownBy(() -> Launcher.in(open, "Linux", "amd64"))
        .isInstanceOf(RigException.class)
        .hasMessage(
            ("the launcher cannot be written to %1$s: every user may write to %1$s: chmod o-w"
                    + " %1$s; XDG_CACHE_HOME sets another directory")
                .formatted(open));
  }

  @ParameterizedTest
  @CsvSource({"Linux, riscv64", "Mac OS X, aarch64"})
  void isNotToBeHadElsewhere(String os, String architecture) {
    assertThatThrownBy(() -> Launcher.in(cache, os, architecture))
        .isInstanceOf(RigException.class)
        .hasMessage(
            "local servers need Linux on amd64 or arm64, but this is %s on %s: use a container engine"
                .formatted(os, architecture));
  }
}
